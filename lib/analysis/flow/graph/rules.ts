import { admitRule } from '../admission/rule';
import type { RuleNode, RuleTarget } from '../model';
import { busArnOf } from '../resolution/attributes';
import type { Resolver } from '../resolution/resolver';
import { unknownText } from '../resolution/symbolic-text';
import {
  type Fields,
  fieldOf,
  isFields,
  listOf,
  type Resource,
  scalarText,
  textOrNothing,
} from '../resolution/template';
import { numberOrNothing, readNode, resourcesOf } from './resources';
import type { Surroundings } from './surroundings';

function readRetry(target: Fields): RuleTarget['retry'] {
  const policy = fieldOf(target, 'RetryPolicy');
  if (policy === undefined) return undefined;
  return {
    maximumEventAgeInSeconds: numberOrNothing(fieldOf(policy, 'MaximumEventAgeInSeconds')),
    maximumRetryAttempts: numberOrNothing(fieldOf(policy, 'MaximumRetryAttempts')),
  };
}

function readTarget(raw: unknown, ruleArn: string, surroundings: Surroundings): RuleTarget {
  const target = isFields(raw) ? raw : { Arn: raw };
  const attempt = { ...surroundings, ruleArn, target };
  const textOf = (...way: string[]) => scalarText(fieldOf(target, ...way));
  const config = fieldOf(target, 'DeadLetterConfig');
  const deadLetterArn = isFields(config) ? textOf('DeadLetterConfig', 'Arn') : scalarText(config);
  const inputPath = textOf('InputPath');
  const retry = readRetry(target);
  return {
    id: textOf('Id') ?? '',
    admission: admitRule(textOf('Arn') ?? unknownText('no ARN'), { ...attempt, role: 'target' }),
    ...(deadLetterArn && {
      deadLetter: admitRule(deadLetterArn, { ...attempt, role: 'deadLetter' }),
    }),
    ...(inputPath && { inputPath }),
    ...(retry && { retry }),
    properties: target,
  };
}

function readRule(resolver: Resolver, resource: Resource, surroundings: Surroundings): RuleNode {
  const node = readNode(resolver, resource);
  const textOf = (name: string) => textOrNothing(fieldOf(node.properties, name));
  const pattern = fieldOf(node.properties, 'EventPattern');
  return {
    kind: 'rule',
    ...node,
    channel: busArnOf(resolver.place, textOf('EventBusName')),
    state: textOf('State') ?? 'ENABLED',
    ...(pattern !== undefined && { pattern }),
    targets: listOf(fieldOf(node.properties, 'Targets')).map((target) =>
      readTarget(target, node.arn, surroundings),
    ),
  };
}

export function readRules(resolver: Resolver, surroundings: Surroundings): RuleNode[] {
  return resourcesOf(resolver, 'AWS::Events::Rule').map((resource) =>
    readRule(resolver, resource, surroundings),
  );
}
