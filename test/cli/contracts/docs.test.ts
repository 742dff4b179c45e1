import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventContract, OrderIngestion, Subscription } from '../../../lib';
import { run } from '../run';

const schema = {
  type: 'object',
  properties: { orderId: { type: 'string' }, country: { type: 'string' } },
  required: ['orderId'],
};

const shop = { source: 'shop.checkout', owner: 'checkout' };
const placed = EventContract.of({
  ...{ ...shop, eventType: 'order.placed.v1', summary: 'Somebody bought.', schema },
  examples: [{ orderId: 'A-1', country: 'US' }],
});
const cancelled = EventContract.of({ ...shop, eventType: 'order.cancelled.v1' });

function synthesise(outdir: string, contractsDirectory?: string): void {
  const app = new App({ outdir });
  const assumedBy = new ServicePrincipal('lambda.amazonaws.com');
  const stack = new Stack(app, 'Shop');
  const orders = new OrderIngestion(stack, 'Orders', {
    contracts: [placed, cancelled],
    contractsDirectory,
  });
  orders.grants.publish(new Role(stack, 'Checkout', { assumedBy }), placed);
  const events = [placed.where({ country: ['US'] })];
  const seattle = new Subscription(new Stack(app, 'Warehouses'), 'Seattle', {
    from: orders,
    events,
  });
  seattle.grants.consume(new Role(seattle, 'Packer', { assumedBy }));
  app.synth();
}

describe('spillway contracts docs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-'));
  const app = join(folder, 'cdk.out');
  const out = join(folder, 'site', 'events');
  const directory = join(folder, 'contracts');
  const docs = (...args: string[]) => run(['contracts', 'docs', '--app', app, ...args]);

  beforeAll(() => {
    synthesise(app);
    const versions = join(directory, 'shop.checkout', 'order.placed.v1');
    mkdirSync(versions, { recursive: true });
    const older = { ...schema, properties: { orderId: { type: 'string' } } };
    writeFileSync(join(versions, '1.json'), JSON.stringify(older));
    writeFileSync(join(versions, '2.json'), JSON.stringify(schema));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes a page and an AsyncAPI document, and says so', async () => {
    const written = ['index.html', 'asyncapi.json'].map((name) => join(out, name));

    expect(await docs('--out', out)).toEqual({
      ...{ code: 0, errors: '' },
      output: `${written.join('\n')}\n`,
    });
    expect(readdirSync(out).sort()).toEqual(['asyncapi.json', 'index.html']);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Somebody bought.');
    expect(JSON.parse(readFileSync(join(out, 'asyncapi.json'), 'utf8'))).toMatchObject({
      asyncapi: '3.1.0',
      components: { messages: { 'shop.checkout-order.placed.v1': { 'x-owner': 'checkout' } } },
    });
  });

  it('writes the same bytes again', async () => {
    await docs('--out', out);
    const once = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    await docs('--out', out);

    expect(readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(once);
  });

  it('gives everything as data: what the templates say of producers and consumers', async () => {
    const { code, output } = await docs('--json', '--directory', directory);

    expect(code).toBe(0);
    expect(JSON.parse(output).events).toMatchObject([
      { eventType: 'order.cancelled.v1', producers: [], consumers: [], versions: [] },
      {
        eventType: 'order.placed.v1',
        fields: { rows: [{ path: 'orderId', required: true }, { path: 'country' }] },
        versions: [
          { version: 1, accepted: true, changes: [] },
          { version: 2, accepted: true, changes: [{ path: '/country', kind: 'added' }] },
        ],
        producers: [{ name: 'Shop/Checkout', services: ['lambda.amazonaws.com'], named: true }],
        consumers: [
          {
            ...{ stack: 'Warehouses', delivery: 'pull', receivers: ['Warehouses/SeattlePacker'] },
            filters: [{ of: 'data', pattern: { country: ['US'] } }],
          },
        ],
      },
    ]);
  });

  it('needs to be told where to', async () => {
    expect(await docs()).toEqual({
      ...{ code: 2, output: '' },
      errors: 'spillway: --out must be given, or --json\n',
    });
  });

  it('refuses an app without contracts', async () => {
    const empty = join(folder, 'empty.out');
    new App({ outdir: empty }).synth();
    const { code, errors } = await run(['contracts', 'docs', '--app', empty, '--out', out]);

    expect(code).toBe(2);
    expect(errors).toContain('no construct declares a contract');
  });

  it('says so where there is no app', async () => {
    const { code, errors } = await run(['contracts', 'docs', '--app', folder, '--out', out]);

    expect(code).toBe(2);
    expect(errors).toContain(join(folder, 'manifest.json'));
  });

  it('names an accepted version that can’t be read', async () => {
    const broken = join(folder, 'broken');
    const versions = join(broken, 'shop.checkout', 'order.placed.v1');
    mkdirSync(versions, { recursive: true });
    writeFileSync(join(versions, '1.json'), '{');
    const { code, errors } = await docs('--out', out, '--directory', broken);

    expect(code).toBe(2);
    expect(errors).toContain(join(versions, '1.json'));
  });

  it('refuses a directory that does not exist', async () => {
    const { code, errors } = await docs('--out', out, '--directory', 'nowhere');

    expect(code).toBe(2);
    expect(errors).toContain('--directory nowhere does not exist');
  });

  it('refuses an app that ran elsewhere, whose versions would seem to be missing', async () => {
    const other = join(folder, 'other.out');
    synthesise(other, 'contracts');
    const args = ['contracts', 'docs', '--json', '--app', other];
    const { code, errors } = await run(args);

    expect(code).toBe(2);
    expect(errors).toContain(`run this where the app runs, or give --directory ${directory}\n`);
    expect((await run([...args, '--directory', directory])).code).toBe(0);
  });

  it('says so where it can’t write', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, errors } = await docs('--out', join(file, 'site'));

    expect(code).toBe(2);
    expect(errors).toMatch(/^spillway: .*index\.html can't be written: ENOTDIR\n$/);
  });
});
