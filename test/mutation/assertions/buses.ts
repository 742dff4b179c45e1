import { publishing } from '../expected/identities';
import type { Fields, Templates } from '../template';
import { is, plain, resourceAt, same, type Violations } from './compare';

const buses: readonly { readonly place: string; readonly key?: string }[] = [
  { place: 'RetailerOrders/OrdersBus' },
  { place: 'Sealed/Bus', key: 'Sealed/Key' },
];

export function everyBusHasItsNameItsKeyAndAQueueForWhatTheKeyFails(
  templates: Templates,
): Violations {
  return [
    ...is(templates, 'RetailerOrders/OrdersBus', 'AWS::Events::EventBus', {
      Name: 'RetailerOrders-Bus-1A67D5BB',
    }),
    ...is(templates, 'Sealed/Bus', 'AWS::Events::EventBus', {
      Name: 'Sealed-Bus-1DC27903',
      KmsKeyIdentifier: '${Sealed/Key.Arn}',
      DeadLetterConfig: { Arn: '${Sealed/BusEncryptionFailures.Arn}' },
    }),
  ];
}

/** Its identity policies then decide who in it. */
export function everyBusTakesEventsOfItsOwnAccount(templates: Templates): Violations {
  return buses.flatMap(({ place }) =>
    policyIs(templates, `${place}OwnAccount`, place, {
      Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' },
    }),
  );
}

export function anotherAccountPublishesItsContractsAndNothingElse(
  templates: Templates,
): Violations {
  return policyIs(templates, 'Sealed/BusAccount7d95ea217b34', 'Sealed/Bus', {
    Principal: { AWS: 'arn:${AWS::Partition}:iam::222222222222:root' },
    Condition: publishing('shop.checkout', 'order.placed.v1'),
  });
}

function policyIs(templates: Templates, place: string, bus: string, statement: Fields): Violations {
  const { Statement, EventBusName, StatementId } = resourceAt(templates, place).Properties;
  const { Sid, ...found } = (Statement ?? {}) as Fields;
  const expected = {
    Effect: 'Allow',
    Action: 'events:PutEvents',
    Resource: `\${${bus}.Arn}`,
    ...statement,
  };
  return [
    ...same(`${place} EventBusName`, EventBusName, `\${${bus}}`),
    // EventBridge gives the statement its id for a Sid, and takes no statement without one.
    ...same(`${place} Sid`, Sid, StatementId ?? null),
    ...same(place, plain(found), plain(expected)),
  ];
}

export function everyBusKeepsEveryEventFor30Days(templates: Templates): Violations {
  return buses.flatMap(({ place, key }) =>
    is(templates, `${place}Archive`, 'AWS::Events::Archive', {
      SourceArn: `\${${place}.Arn}`,
      RetentionDays: 30,
      ...(key && { KmsKeyIdentifier: `\${${key}.Arn}` }),
    }),
  );
}
