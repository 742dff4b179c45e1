import { App, CfnResource, Validations } from 'aws-cdk-lib';
import type { ChannelName } from '../../../examples/retailer/channels';
import { retailer } from '../../../examples/retailer/stacks';
import { acknowledgeTradeOffs } from '../../../examples/retailer/trade-offs';
import { findings, packs } from '../../compliance/findings';
import {
  type Acknowledgement,
  acknowledged,
  acknowledgedOnFifoTopic,
  acknowledgedOnStandardTopic,
} from './acknowledged';

/** test/compliance/control-tower.test.ts shows that these are needed. */
const byControlTower = /^cdk-validator-cfnguard::/;

function theApp(channel?: ChannelName): App {
  const app = new App();
  retailer(app, { channel });
  return app;
}

function acknowledgements(app: App): Acknowledgement[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries<string>(data))
      .map(([id, reason]) => ({ path: node.path, id: id.replace(/^Annotation::/, ''), reason })),
  );
}

describe('the retailer, by cdk-nag', () => {
  afterEach(() => jest.restoreAllMocks());

  test.each(packs.map((Pack) => [Pack.name, Pack] as const))(
    'has no finding of %s',
    (_name, Pack) => {
      const app = theApp();
      expect(new Pack(app).validateScope(app).violations).toEqual([]);
    },
  );

  it('acknowledges exactly what is listed', () => {
    const given = acknowledgements(theApp());
    const listed = acknowledged.map(({ path, id, reason }) => ({ path, id, reason }));
    expect(sorted(given)).toEqual(sorted(listed));
  });

  it('acknowledges each on a resource that nothing stands below', () => {
    const app = theApp();
    const nodes = new Map(app.node.findAll().map((one) => [one.node.path, one]));
    for (const { path } of acknowledged) {
      const one = nodes.get(path);
      expect({ path, isResource: CfnResource.isCfnResource(one) }).toEqual({
        path,
        isResource: true,
      });
      expect({ path, children: one?.node.children }).toEqual({ path, children: [] });
    }
  });

  it('needs each of them but those said to be unneeded: with none, the packs find just these', () => {
    const app = theApp();
    const key: { ACKNOWLEDGED_RULES_METADATA_KEY: string } = Validations;
    jest.replaceProperty(key, 'ACKNOWLEDGED_RULES_METADATA_KEY', 'no such metadata');
    const needed = acknowledged.filter(({ id, unneeded }) => !unneeded && !byControlTower.test(id));
    expect(findings(app)).toEqual(needed.map(({ path, id }) => `${path} ${id}`).sort());
  });
});

describe.each([
  ['standard', acknowledgedOnStandardTopic],
  ['fifo', acknowledgedOnFifoTopic],
] as const)('the retailer on a %s topic, by cdk-nag', (channel, onTopic) => {
  it('has no finding, and acknowledges exactly what is listed', () => {
    const app = theApp(channel);
    expect(findings(app)).toEqual([]);
    const listed = onTopic.map(({ path, id, reason }) => ({ path, id, reason }));
    expect(sorted(acknowledgements(app))).toEqual(sorted(listed));
  });
});

describe('acknowledgeTradeOffs', () => {
  it('refuses an app in which a resource of a trade-off is gone', () => {
    expect(() => acknowledgeTradeOffs(new App())).toThrow(
      "no resource's path ends in /PartnerApi/Api/Default/order.placed.v1/POST/Resource: take its trade-off out, or mend the path",
    );
  });
});

function sorted(given: readonly Acknowledgement[]): Acknowledgement[] {
  const key = ({ path, id }: Acknowledgement) => `${path} ${id}`;
  return [...given].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
