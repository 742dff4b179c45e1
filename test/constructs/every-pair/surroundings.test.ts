import { App, RemovalPolicies, type Stack, Tags } from 'aws-cdk-lib';
import { CfnRole, ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import * as recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { everyPair, type Pair } from './axes';
import { refusalOf } from './refused';
import { type ResourceOf, type Shop, shopOf, templatesOf } from './shop';

/** Everything in one stack and under a key: what CDK renders between stacks depends on its flags. */
const pairs = everyPair
  .filter((pair) => !refusalOf(pair))
  .filter(({ place, encryption }) => place === 'the same stack' && encryption !== 'SSE-SQS')
  .map((pair) => [`${pair.channel}, ${pair.delivery}`, pair] as const);

/** Where a file of JSON is a module, its whole is the default. */
const flags = { ...((recommended as { default?: object }).default ?? recommended) };

function resourcesOf(shop: Shop): Record<string, Rendered> {
  return Object.assign({}, ...Object.values(templatesOf(shop)).map(({ Resources }) => Resources));
}

/** Without people's roles, whose policies a flag merges, and the function, which one gives a log. */
function madeIn(shop: Shop): Record<string, Rendered> {
  const theirs = /^(Producer|Consumer|Operator|Packer(?!Push))/;
  const all = Object.entries(resourcesOf(shop));
  return Object.fromEntries(all.filter(([id]) => !theirs.test(id)));
}

interface Rendered extends ResourceOf {
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const ofType = (resources: Record<string, Rendered>, type: RegExp) =>
  Object.entries(resources).filter(([, { Type }]) => type.test(Type));

const held = /^AWS::(SQS::Queue|SNS::Topic|Events::EventBus|Events::Archive|KMS::Key)$/;

/** The key is the user's, and goes with everything else. */
function deletionsOf(pair: Pair): [string, string | undefined, string | undefined][] {
  const shop = shopOf(pair);
  RemovalPolicies.of(shop.stacks[0] as Stack).destroy();
  return ofType(resourcesOf(shop), held).map(([id, { DeletionPolicy, UpdateReplacePolicy }]) => [
    id,
    DeletionPolicy,
    UpdateReplacePolicy,
  ]);
}

describe.each(pairs)('%s', (_name, pair) => {
  it('is the same resources, whatever the feature flags', () => {
    const app = () => new App({ context: flags });
    // Of a region that is known CDK writes the partition out, with a flag.
    const env = {};
    expect(madeIn(shopOf(pair, { app, env }))).toEqual(madeIn(shopOf(pair, { env })));
  });

  it.each(['eu-west-1', 'cn-north-1'])('writes no partition into a template for %s', (region) => {
    const resources = resourcesOf(shopOf(pair, { env: { account: '111111111111', region } }));
    expect(JSON.stringify(resources)).not.toMatch(/arn:aws[a-z-]*:/);
  });

  it('goes as a whole where everything is to be deleted', () => {
    for (const [id, ...policies] of deletionsOf(pair)) {
      expect([id, ...policies]).toEqual([id, 'Delete', 'Delete']);
    }
  });

  it('has the tags of its stack on all that can be tagged, and a boundary on each role', () => {
    const shop = shopOf(pair);
    const [stack] = shop.stacks as [Stack];
    Tags.of(stack).add('team', 'checkout');
    PermissionsBoundary.of(stack).apply(ManagedPolicy.fromAwsManagedPolicyName('Limits'));
    const resources = resourcesOf(shop);
    const tagged = ofType(resources, /^AWS::(SQS::Queue|SNS::Topic|Events::EventBus)$/);
    for (const [id, { Properties = {} }] of tagged) {
      expect([id, Properties.Tags]).toEqual([id, [{ Key: 'team', Value: 'checkout' }]]);
    }
    for (const [id, { Properties = {} }] of ofType(resources, /^AWS::Pipes::Pipe$/)) {
      expect([id, Properties.Tags]).toEqual([id, { team: 'checkout' }]);
    }
    const roles = ofType(resources, new RegExp(`^${CfnRole.CFN_RESOURCE_TYPE_NAME}$`));
    expect(roles.length).toBeGreaterThanOrEqual(2);
    for (const [id, { Properties = {} }] of roles) {
      expect([id, JSON.stringify(Properties.PermissionsBoundary)]).toEqual([
        id,
        expect.stringContaining('policy/Limits'),
      ]);
    }
  });
});
