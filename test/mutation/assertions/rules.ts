import { subscriptions } from '../expected/subscriptions';
import type { Fields, Templates } from '../template';
import { resourceAt, same, type Violations } from './compare';

export function everyRuleTakesTheEventsOfItsSubscription(templates: Templates): Violations {
  return subscriptions.flatMap(({ place, bus, pattern }) => {
    const { Properties } = resourceAt(templates, `${place}Rule`);
    const { State = 'ENABLED', Targets, ...others } = Properties;
    return [
      ...same(`${place}Rule`, others, { EventBusName: bus, EventPattern: pattern }),
      ...same(`${place}Rule State`, State, 'ENABLED'),
    ];
  });
}

export function everyRuleHandsTheCloudEventToItsQueue(templates: Templates): Violations {
  return subscriptions.flatMap(({ place }) => {
    const { Id, DeadLetterConfig, RetryPolicy, ...others } = targetOf(templates, place);
    return same(`${place}Rule target`, others, {
      Arn: `\${${place}Queue.Arn}`,
      InputPath: '$.detail',
    });
  });
}

export function everyRuleSendsWhatItCanNotDeliverToADeadLetterQueue(
  templates: Templates,
): Violations {
  return subscriptions.flatMap(({ place, undelivered }) => {
    const { DeadLetterConfig } = targetOf(templates, place);
    return same(`${place}Rule dead letters`, DeadLetterConfig, { Arn: `\${${undelivered}.Arn}` });
  });
}

/** EventBridge does so unasked. */
export function everyRuleTriesForADayAnd185Times(templates: Templates): Violations {
  return subscriptions.flatMap(({ place }) => {
    const { RetryPolicy } = targetOf(templates, place);
    const given = (RetryPolicy ?? {}) as Fields;
    const { MaximumEventAgeInSeconds = 86_400, MaximumRetryAttempts = 185 } = given;
    return [
      ...same(`${place}Rule maximum age`, MaximumEventAgeInSeconds, 86_400),
      ...same(`${place}Rule attempts`, MaximumRetryAttempts, 185),
    ];
  });
}

/** A rule without its bus is refused; without the policy, what it can't deliver is lost at first. */
export function everyRuleWaitsForItsBusAndThePolicyOfItsDeadLetterQueue(
  templates: Templates,
): Violations {
  return subscriptions.flatMap(({ place, after = [] }) => {
    const DependsOn = resourceAt(templates, `${place}Rule`).DependsOn as string[];
    const lacking = after.filter((one) => !DependsOn.includes(one));
    return same(`${place}Rule does not wait for`, lacking, []);
  });
}

/** The rule's only target, where it has a name that EventBridge takes. */
function targetOf(templates: Templates, place: string): Fields {
  const { Targets } = resourceAt(templates, `${place}Rule`).Properties;
  const [target, ...others] = Array.isArray(Targets) ? (Targets as Fields[]) : [];
  const isNamed = /^[\w.-]{1,64}$/.test(String(target?.Id ?? ''));
  return target && isNamed && others.length === 0 ? target : {};
}
