/**
 * Holds contracts against their accepted versions while the app is built. What is wrong is told by
 * annotations: CDK then writes the assembly all the same, so that `spillway contracts` can read it,
 * and the synth fails. An app may declare a contract in many places: it is compared once, and told
 * once a stack, for the CDK reads only what is told of the stacks that are asked for.
 */
import { Stack, Validations } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import {
  ContractsDirectoryError,
  judgeContract,
  metadataTextOf,
  readAcceptedVersions,
} from '../../core/contracts';
import type { DiagnosticId } from '../../core/diagnostics';
import type { EventContract } from './event-contract';
import { tellBreaks, tellUnaccepted } from './tell-judgement';

interface Message {
  readonly kind: 'addError' | 'addWarning';
  readonly id: DiagnosticId;
  readonly text: string;
}

/** By app: what is wrong with a contract as it is declared, by its text and its directory. */
const judged = new WeakMap<IConstruct, Map<string, Message | undefined>>();

/** By stack: what was told. */
const told = new WeakMap<Stack, Set<string>>();

export function judgeInStack(
  scope: Construct,
  contracts: readonly EventContract[],
  directory: string,
): void {
  const ofStack = entryOf(told, Stack.of(scope), () => new Set<string>());
  const ofApp = entryOf(judged, scope.node.root, () => new Map<string, Message | undefined>());
  for (const contract of contracts) {
    const key = `${directory}\n${metadataTextOf(contract._describe())}`;
    if (!ofApp.has(key)) ofApp.set(key, judge(contract, directory));
    const message = ofApp.get(key);
    if (message === undefined || ofStack.has(message.text)) continue;
    ofStack.add(message.text);
    Validations.of(scope)[message.kind](message.id, withoutTokens(message.text));
  }
}

function entryOf<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const entry = map.get(key) ?? make();
  map.set(key, entry);
  return entry;
}

function judge(contract: EventContract, directory: string): Message | undefined {
  const description = contract._describe();
  try {
    const judgement = judgeContract(description, readAcceptedVersions(directory, contract));
    const { state } = judgement;
    if (state === 'breaking') {
      const text = tellBreaks(description, judgement, directory);
      return { kind: 'addError', id: 'spillway:contract-breaking', text };
    }
    if (state !== 'new' && state !== 'compatible') return undefined;
    const text = tellUnaccepted(description, judgement, directory);
    return { kind: 'addWarning', id: 'spillway:contract-unaccepted', text };
  } catch (error) {
    if (!(error instanceof ContractsDirectoryError)) throw error;
    const text = `contractsDirectory: ${error.message}`;
    return { kind: 'addError', id: 'spillway:contracts-directory', text };
  }
}

/** CDK resolves the texts of annotations: a value of a schema may look like a token. */
const withoutTokens = (text: string): string => text.replaceAll('${Token[', '$Token[');
