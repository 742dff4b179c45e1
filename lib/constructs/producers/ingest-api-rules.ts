import { Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { apiGateway } from '../../core/limits';
import { classicBusOf, problemsOfNamed } from '../channels';
import type { EventContract } from '../contracts';
import {
  type PropRule,
  problemsOfPlace,
  problemsOfRules,
  removalRule,
  withoutEffect,
} from '../validation';
import type { IngestApiProps } from './ingest-api-props';

/** Everything that is wrong with the props of an API. */
export function problemsOfApi(scope: Construct, props: IngestApiProps): Problem[] {
  const { to, contracts = to.contracts ?? [] } = props;
  return [
    ...problemsOfNamed('contracts', contracts, to.contracts),
    ...contracts.flatMap(problemsOfPath),
    ...sameType(contracts),
    ...problemsOfPlace('to', classicBusOf(to)?.eventBus.env ?? {}, scope),
    ...problemsOfRules([
      channelRule(props),
      rateRule('rateLimit', props.rateLimit),
      rateRule('burstLimit', props.burstLimit),
      bodyRule(props.maxBodyKilobytes),
      removalRule(props.removalPolicy),
      ...(props.accessLogGroup
        ? withoutEffect({ removalPolicy: props.removalPolicy }, ownLog)
        : []),
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

const ownLog = {
  expected: 'it cannot take effect on a log group of your own',
  fix: 'Set it where the log group is made, or leave accessLogGroup out.',
};

/** How high it may be is the account's quota, which AWS raises on request. */
function rateRule(prop: string, value?: number): PropRule {
  return {
    id: 'spillway:api-limit',
    prop,
    value,
    wrong: (given: number) => !(given > 0),
    expected: 'an API that takes nothing is none',
    fix: 'Give a number above 0.',
  };
}

/** It stands in the text of a mapping template, so it has to be known when the app is synthesised. */
function bodyRule(value?: number): PropRule {
  const { min, max, unit } = apiGateway.body;
  const token = Token.isUnresolved(value);
  return {
    id: 'spillway:api-limit',
    prop: 'maxBodyKilobytes',
    value: token ? Number.NaN : value,
    given: token ? 'a value known only when deployed given' : undefined,
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
