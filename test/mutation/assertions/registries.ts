import { registeredSchemas as schemas } from '../expected/registered-schemas';
import type { Json, Templates } from '../template';
import { is, resourceAt, same, statementsAre, type Violations } from './compare';

const registry = 'Registered/Schemas';
const name = 'Registered-Schemas-B6AD5059';
const retailers = 'RetailerOrders/OrdersRegistry';
const retailersName = 'RetailerOrders-Registry-01126097';
const arn = 'arn:${AWS::Partition}:schemas:${AWS::Region}:${AWS::AccountId}';

export function everyRegistryHasItsName(templates: Templates): Violations {
  const Type = 'AWS::EventSchemas::Registry';
  return [
    ...is(templates, registry, Type, {
      RegistryName: name,
      Description: 'What the shop tells',
    }),
    ...is(templates, retailers, Type, { RegistryName: retailersName }),
  ];
}

export function everySchemaHasItsNameItsOwnerAndTheContentsOfItsContract(
  templates: Templates,
): Violations {
  return schemas.flatMap(({ place, registry: of, source, type, event, tells, data }) => {
    const { Properties, DependsOn } = resourceAt(templates, place);
    const { Content, ...others } = Properties;
    return [
      ...same(place, others, {
        RegistryName: of === registry ? name : retailersName,
        SchemaName: `${source}@${type}`,
        Type: 'OpenApi3',
        Description: tells,
        Tags: [{ Key: 'owner', Value: 'checkout' }],
      }),
      ...same(`${place} Content`, partsOf(Content, event), {
        type,
        source,
        detail: `#/components/schemas/${event}`,
        data,
      }),
      ...same(`${place} DependsOn`, DependsOn, [of]),
    ];
  });
}

/** Of the whole document what AWS makes bindings of, and what the contract says. */
function partsOf(content: Json | undefined, event: string): Json {
  try {
    const { AWSEvent, [`${event}Data`]: data } = JSON.parse(String(content)).components.schemas;
    return {
      type: AWSEvent['x-amazon-events-detail-type'],
      source: AWSEvent['x-amazon-events-source'],
      detail: AWSEvent.properties.detail.$ref,
      data,
    };
  } catch {
    return String(content);
  }
}

export function otherAccountsReadTheRegistryAndDoNothingElse(templates: Templates): Violations {
  const at = `${registry}Policy`;
  const { RegistryName, Policy, ...others } = resourceAt(templates, at).Properties;
  return [
    ...same(`${at} RegistryName`, RegistryName, name),
    ...same(`${at} properties`, Object.keys(others), []),
    ...same(`${at} DependsOn`, resourceAt(templates, at).DependsOn, [registry]),
    ...statementsAre(at, Policy, [
      {
        Sid: 'OtherAccountsRead',
        Effect: 'Allow',
        Principal: {
          AWS: ['222222222222', '333333333333'].map(
            (account) => `arn:\${AWS::Partition}:iam::${account}:root`,
          ),
        },
        Action: [
          'schemas:DescribeCodeBinding',
          'schemas:DescribeRegistry',
          'schemas:DescribeSchema',
          'schemas:GetCodeBindingSource',
          'schemas:ListSchemaVersions',
          'schemas:ListSchemas',
          'schemas:SearchSchemas',
        ],
        Resource: [`${arn}:registry/${name}`, `${arn}:schema/${name}/*`],
      },
    ]),
  ];
}

export function theDiscovererLooksAtItsBus(templates: Templates): Violations {
  return is(templates, `${registry}Discoverer`, 'AWS::EventSchemas::Discoverer', {
    SourceArn: 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default',
    CrossAccount: true,
    Description: 'Infers schemas from the events of the bus',
  });
}

/** It holds no events, and a name that stays would be in the way of the next deployment. */
export function everyRegistryGoesWithItsStack(templates: Templates): Violations {
  return [registry, retailers, ...schemas.map(({ place }) => place)].flatMap((place) => {
    const { DeletionPolicy, UpdateReplacePolicy } = resourceAt(templates, place);
    return [
      ...same(`${place} DeletionPolicy`, DeletionPolicy, 'Delete'),
      ...same(`${place} UpdateReplacePolicy`, UpdateReplacePolicy, 'Delete'),
    ];
  });
}
