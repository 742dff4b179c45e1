import type { Grant, IGrantable, IPrincipal } from 'aws-cdk-lib/aws-iam';
import { type Problem, refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import { type Permitted, permit, type RequiredStatements } from '../../policies';
import { problemsOfNamed } from '../channel/carried';
import type { IPublishGrants } from '../channel/channel';
import type { IClassicBus } from '../channel/i-classic-bus';

/**
 * The condition that lets a request with these sources and types through and no other. Both keys
 * are lists, one value an entry: ForAllValues asks it of every entry of a batch, and Null refuses a
 * request that brings no key at all, for which ForAllValues alone is true. One statement names one
 * source, or a batch could cross the source of one with the type of another.
 */
export function onlyThese(source: string, eventTypes: readonly string[]) {
  return {
    'ForAllValues:StringEquals': {
      'events:source': source,
      'events:detail-type': [...eventTypes],
    },
    Null: { 'events:source': 'false', 'events:detail-type': 'false' },
  };
}

/** The event types of contracts, by their source. */
export function typesBySource(contracts: readonly EventContract[]): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const { source, eventType } of contracts) {
    types.set(source, [...(types.get(source) ?? []), eventType]);
  }
  return types;
}

interface Published extends Permitted {
  readonly eventTypes: Set<string>;
}

const undeclared: Problem = {
  id: 'spillway:contract-none',
  prop: 'contracts',
  given: 'none declared by this bus',
  expected: 'a producer on a bus is allowed contracts, so that nothing is allowed by accident',
  fix: 'Give the bus its contracts, or name them with grants.publish.',
};

/** Calls for one grantee and source make one statement. */
export class ClassicBusGrants implements IPublishGrants {
  private readonly published = new Map<IPrincipal, Map<string, Published>>();

  constructor(
    private readonly bus: IClassicBus,
    private readonly required: RequiredStatements,
  ) {}

  publish(grantee: IGrantable, ...contracts: EventContract[]): Grant {
    const { node, contracts: carried } = this.bus;
    refuse(`${node.path} grants.publish`, problemsOfNamed('contracts', contracts, carried));
    const grants = [...typesBySource(contracts)].map(([source, types]) =>
      this.publishSource(grantee, source, types),
    );
    return grants.reduce((all, grant) => all.combine(grant));
  }

  send(grantee: IGrantable): Grant {
    const { node, contracts } = this.bus;
    refuse(`${node.path} grants.send`, contracts ? [] : [undeclared]);
    return this.publish(grantee, ...(contracts ?? []));
  }

  private publishSource(grantee: IGrantable, source: string, types: string[]): Grant {
    const bySource = this.published.get(grantee.grantPrincipal) ?? new Map<string, Published>();
    this.published.set(grantee.grantPrincipal, bySource);
    const published = bySource.get(source) ?? this.permitSource(grantee, source, types);
    bySource.set(source, published);
    for (const type of types) published.eventTypes.add(type);
    published.statement.addConditions(onlyThese(source, [...published.eventTypes]));
    return published.grant;
  }

  private permitSource(grantee: IGrantable, source: string, types: string[]): Published {
    const permission = {
      actions: ['events:PutEvents'],
      resource: this.bus.busArn,
      conditions: onlyThese(source, types),
      purpose: `publishing events of ${source}`,
    };
    return { ...permit(grantee, permission, this.required), eventTypes: new Set() };
  }
}
