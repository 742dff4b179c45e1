import { isUriReference } from '../../core/cloudevents';
import { refuse } from '../../core/diagnostics';
import { eventBridge } from '../../core/limits';
import { type PropRule, problemsOfRules } from '../validation';
import { Compatibility } from './compatibility';
import type { ContractData } from './contract-data';
import type { EventContractProps } from './event-contract-props';

const versioned = /\.v[1-9]\d*$/;

/** Props come from Python, Java and plain JavaScript too: what is required may still be missing. */
const notText = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

const compatibilities: readonly unknown[] = Object.values(Compatibility);

const badSource = (source: unknown): boolean =>
  notText(source) ||
  (source as string).length > eventBridge.source.max ||
  (source as string).startsWith('aws.') ||
  !isUriReference(source as string);

const badEventType = (type: unknown): boolean =>
  notText(type) ||
  (type as string).length > eventBridge.detailType.max ||
  !versioned.test(type as string);

/** Throws when a contract's props are out of range, or its data can't be what they say. */
export function refuseWrongContract(props: EventContractProps, { problems }: ContractData): void {
  refuse(`contract ${props.source} ${props.eventType}`, [
    ...problemsOfRules([...namesOf(props), ...optionsOf(props)]),
    ...problems,
  ]);
}

function namesOf({ source, eventType, owner }: EventContractProps): PropRule[] {
  return [
    {
      id: 'spillway:contract-source',
      prop: 'source',
      value: source ?? null,
      wrong: badSource,
      expected: `a source is 1 to ${eventBridge.source.max} characters and a URI reference, and aws. belongs to AWS`,
      fix: 'Name the system that emits the event: shop.checkout.',
    },
    {
      id: 'spillway:contract-event-type',
      prop: 'eventType',
      value: eventType ?? null,
      wrong: badEventType,
      expected: `an event type is at most ${eventBridge.detailType.max} characters and ends in its major version`,
      fix: 'Name what happened and its version: order.placed.v1.',
    },
    {
      id: 'spillway:contract-owner',
      prop: 'owner',
      value: owner ?? null,
      wrong: notText,
      expected: 'an event has an owner, to be asked before its schema changes',
      fix: 'Name the team: checkout.',
    },
  ];
}

function optionsOf(props: EventContractProps): PropRule[] {
  return [
    {
      id: 'spillway:contract-summary',
      prop: 'summary',
      value: props.summary,
      wrong: (value: unknown) => typeof value !== 'string',
      expected: 'a summary is a text, shown in the documentation',
      fix: "Write a sentence: 'Somebody bought something.'; or leave the prop out.",
    },
    {
      id: 'spillway:contract-compatibility',
      prop: 'compatibility',
      value: props.compatibility,
      wrong: (value: unknown) => !compatibilities.includes(value),
      expected: `a contract knows ${compatibilities.join(', ')}`,
      fix: 'Take one of Compatibility, or leave the prop out: FULL_TRANSITIVE.',
    },
    {
      id: 'spillway:contract-compatibility',
      prop: 'strictCompatibility',
      value: props.strictCompatibility,
      wrong: (value: unknown) => typeof value !== 'boolean',
      expected: 'it is true or false',
      fix: 'Write it without quotation marks, or leave the prop out: false.',
    },
  ];
}
