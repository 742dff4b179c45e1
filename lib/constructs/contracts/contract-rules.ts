import { isUriReference } from '../../core/cloudevents';
import { refuse } from '../../core/diagnostics';
import { eventBridge } from '../../core/limits';
import { type PropRule, problemsOfRules } from '../validation';
import type { ContractData } from './contract-data';
import type { EventContractProps } from './event-contract-props';

const versioned = /\.v[1-9]\d*$/;

/** Props come from Python, Java and plain JavaScript too: what is required may still be missing. */
const notText = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

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
    ...problemsOfRules(rulesOf(props)),
    ...problems,
  ]);
}

function rulesOf({ source, eventType, owner }: EventContractProps): PropRule[] {
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
