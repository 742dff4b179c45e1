import { App, type Environment, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type IChannel, Subscription } from '../../../lib';
import { placed } from '../../support/contracts';
import { env } from '../../support/stacks';
import type { Pair } from './axes';
import { channelsOf } from './channels';
import { deliveriesOf } from './deliveries';
import type { HandOver } from './handed-over';

/** A pair, built: a producer at the channel, a consumer at the subscription. */
export interface Shop {
  readonly stacks: readonly Stack[];
  readonly subscription: Subscription;
}

/** A template, as far as the suite looks into it. */
export interface TemplateOf {
  readonly Resources: Readonly<Record<string, ResourceOf>>;
}

export interface ResourceOf {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

interface Stacks {
  readonly owner: Stack;
  readonly consumer: Stack;
}

/** What a pair stands in. */
export interface Surroundings {
  /** Called for each app. */
  readonly app: () => App;
  readonly env: Environment;
  /** Of the ids of the stacks, where one app holds several shops. */
  readonly prefix: string;
  /** How another app gets to know the channel. @default byOutput */
  readonly handOver?: HandOver;
}

const usual: Surroundings = { app: () => new App(), env, prefix: '' };

export function shopOf(pair: Pair, surroundings: Partial<Surroundings> = {}): Shop {
  const { owner, consumer } = stacksOf(pair, { ...usual, ...surroundings });
  const channelKey = pair.channel === 'the default bus' ? undefined : keyOf(pair, owner);
  const how = { encryptionKey: channelKey, handOver: surroundings.handOver };
  const made = channelsOf[pair.channel].make(owner, how);
  made.channel.grants.send(person(owner, 'Producer'));
  const imported = pair.place === 'another app';
  const from = imported ? made.importInto(consumer) : made.channel;
  if (imported) from.grants.send(person(consumer, 'Producer'));
  const subscription = subscriptionTo(from, pair, consumer);
  return { stacks: [...new Set([owner, consumer])], subscription };
}

function stacksOf({ place }: Pair, { app, env: of, prefix }: Surroundings): Stacks {
  const first = app();
  const owner = new Stack(first, `${prefix}Owner`, { env: of });
  if (place === 'the same stack') return { owner, consumer: owner };
  const other = place === 'another app' ? app() : first;
  return { owner, consumer: new Stack(other, `${prefix}Consumer`, { env: of }) };
}

function keyOf({ encryption }: Pair, scope: Stack): Key | undefined {
  if (encryption === 'SSE-SQS') return undefined;
  return new Key(scope, 'Key', { enableKeyRotation: true });
}

/** The default bus has no key to hand on, so that the subscription has its own. */
function subscriptionTo(from: IChannel, pair: Pair, consumer: Stack): Subscription {
  const ownKey = pair.channel === 'the default bus' ? keyOf(pair, consumer) : undefined;
  const subscription = new Subscription(consumer, 'Packing', {
    from,
    events: [from.queue ? placed.all() : placed.where({ shipTo: { country: ['US'] } })],
    delivery: deliveriesOf[pair.delivery](consumer),
    encryptionKey: ownKey,
  });
  if (!pair.delivery.endsWith('push')) subscription.grants.consume(person(consumer, 'Consumer'));
  subscription.grants.redrive(person(consumer, 'Operator'));
  return subscription;
}

/** The people's roles are theirs: no budget counts them. */
export const people = ['Producer', 'Consumer', 'Operator'] as const;

function person(scope: Construct, id: (typeof people)[number]): Role {
  return new Role(scope, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
}

/** By stack name; refuses references that run in a circle, within a stack and between stacks. */
export function templatesOf({ stacks }: Shop): Readonly<Record<string, TemplateOf>> {
  return Object.fromEntries(
    stacks.map((stack) => [stack.stackName, Template.fromStack(stack).toJSON() as TemplateOf]),
  );
}
