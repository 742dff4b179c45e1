import type { Problem } from '../../core/diagnostics';
import { apiGateway, type Limit } from '../../core/limits';
import { classicBusOf, problemsOfNamed } from '../channels';
import type { EventContract } from '../contracts';
import { type PropRule, problemsOfRules } from '../validation';
import type { IngestApiProps } from './ingest-api-props';

/** Everything that is wrong with the props of an API. */
export function problemsOfApi(props: IngestApiProps): Problem[] {
  const { to, contracts = to.contracts ?? [] } = props;
  return [
    ...problemsOfNamed('contracts', contracts, to.contracts),
    ...contracts.flatMap(problemsOfPath),
    ...sameType(contracts),
    ...problemsOfRules([
      channelRule(props),
      limitRule('rateLimit', props.rateLimit, apiGateway.rate),
      limitRule('burstLimit', props.burstLimit, apiGateway.burst),
      limitRule('maxBodyKilobytes', props.maxBodyKilobytes, apiGateway.body),
    ]),
  ];
}

function channelRule({ to }: IngestApiProps): PropRule {
  return {
    id: 'spillway:api-channel',
    prop: 'to',
    value: to.node.path,
    wrong: () => classicBusOf(to) === undefined,
    expected: 'API Gateway can call PutEvents, which takes events for a Classic bus only',
    fix: 'Give a ClassicBus, or an OrderIngestion on one.',
  };
}

function limitRule(prop: string, value: number | undefined, limit: Limit): PropRule {
  const { min = 0, max, unit } = limit;
  return {
    id: 'spillway:api-limit',
    prop,
    value,
    wrong: (given: number) => !Number.isInteger(given) || given < min || given > max,
    expected: `it is ${min} to ${max} ${unit}, a whole number`,
    fix: 'Give a number of that range.',
  };
}

/**
 * An event's type is a part of the path, its source a part of a Velocity template, where $ and #
 * would be code.
 */
function problemsOfPath({ source, eventType }: EventContract): Problem[] {
  if (/^[\w.:-]+$/.test(eventType) && !/[$#"\\]/.test(source)) return [];
  return [
    {
      id: 'spillway:api-contract',
      prop: 'contracts',
      given: `${source} ${eventType} given`,
      expected:
        'a path takes letters, digits and . : - _ of a type, a mapping template no $ # " \\ of a source',
      fix: 'Give the other contracts by name, and take this one in by PutEvents.',
    },
  ];
}

function sameType(contracts: readonly EventContract[]): Problem[] {
  const types = contracts.map(({ eventType }) => eventType);
  return contracts
    .filter(({ eventType }, at) => types.indexOf(eventType) < at)
    .map(({ source, eventType }) => ({
      id: 'spillway:api-contract',
      prop: 'contracts',
      given: `${eventType} given again, of ${source}`,
      expected:
        'the path of a request names the type only, so two sources of one type would be one',
      fix: 'Make an API for each source.',
    }));
}
