/**
 * The manifest of a cloud assembly lists artifacts: a stack names the file of its template and the
 * file of its constructs' metadata, and a stage is an assembly in a folder of its own. Read by hand,
 * and nothing of it but this: the package that CDK has for it refuses a manifest that is newer than
 * itself.
 *
 * Source: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/README.md
 */
import { join, resolve } from 'node:path';
import {
  type Assembly,
  AssemblyError,
  type AssemblyStack,
  type DeclaredContract,
} from './assembly';
import { contractsIn, mergeDeclarations } from './declared-contracts';
import { type Members, membersOf, readMembers, textOf } from './read-file';

/**
 * Reads what `cdk synth` wrote: the stacks, those of stages too, and the contracts that constructs
 * declared.
 *
 * @param directory the folder of the assembly: `cdk.out`.
 * @throws AssemblyError where a file is missing or isn't what CDK writes, and where one contract is
 *   declared twice and not alike.
 */
export function readAssembly(directory: string): Assembly {
  const stacks: AssemblyStack[] = [];
  const declarations: DeclaredContract[] = [];
  const seen = new Set<string>();
  const open = [directory];
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    if (seen.has(resolve(folder))) continue;
    seen.add(resolve(folder));
    for (const artifact of artifactsIn(folder)) {
      const properties = membersOf(artifact['properties']);
      if (artifact['type'] === 'aws:cloudformation:stack') {
        stacks.push(stackOf(folder, artifact, properties));
        declarations.push(...contractsIn(metadataOf(folder, artifact)));
      }
      const stage = textOf(properties['directoryName']);
      if (artifact['type'] === 'cdk:cloud-assembly' && stage) open.push(join(folder, stage));
    }
  }
  return { stacks, contracts: mergeDeclarations(declarations) };
}

function artifactsIn(folder: string): Members[] {
  const manifest = readMembers(folder, 'manifest.json');
  return Object.entries(membersOf(manifest['artifacts'])).map(([id, artifact]) => ({
    ...{ id },
    ...membersOf(artifact),
  }));
}

function stackOf(folder: string, artifact: Members, properties: Members): AssemblyStack {
  const name = textOf(properties['stackName']) ?? String(artifact['id']);
  const file = textOf(properties['templateFile']);
  if (file === undefined) {
    throw new AssemblyError(`${join(folder, 'manifest.json')}: stack ${name} has no template`);
  }
  const [account, region] = (textOf(artifact['environment']) ?? '')
    .replace(/^aws:\/\//, '')
    .split('/');
  return {
    name,
    ...(isKnown(account) && { account }),
    ...(isKnown(region) && { region }),
    template: readMembers(folder, file),
  };
}

/** CDK writes `unknown-account` and `unknown-region` for what the deployment decides. */
const isKnown = (part: string | undefined): boolean => !!part && !part.startsWith('unknown-');

/** Beside the manifest since 2025, within it before. */
function metadataOf(folder: string, artifact: Members): Members {
  const file = textOf(artifact['additionalMetadataFile']);
  return {
    ...membersOf(artifact['metadata']),
    ...(file === undefined ? {} : readMembers(folder, file)),
  };
}
