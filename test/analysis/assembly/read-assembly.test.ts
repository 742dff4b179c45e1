import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { Compatibility, EventContract } from '../../../lib';
import { AssemblyError, readAssembly } from '../../../lib/analysis/assembly';
import { declareContracts } from '../../../lib/constructs/contracts/declare-contracts';

const hostile = JSON.parse(`{
  "type": "object",
  "properties": {
    "__proto__": { "type": "string", "description": "$\{Token[TOKEN.1 \\u2028 </script>" },
    "nothing": { "enum": [null], "default": null },
    "any": {}
  },
  "required": []
}`);

const placed = EventContract.of({
  ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
  ...{
    summary: 'No token: ${Token[TOKEN.1]}.',
    schema: hostile,
    examples: [{ any: [null, { a: null }] }],
  },
  ...{ compatibility: Compatibility.BACKWARD, strictCompatibility: true },
});
const shipped = EventContract.of({
  ...{ source: 'https://shop.example/x?y', eventType: 'order.shipped.v1', owner: 'warehouse' },
});

const contracts = (
  scope: Construct,
  id: string,
  ...declared: Parameters<typeof declareContracts>[1]
) => declareContracts(new Construct(scope, id), declared);

describe('readAssembly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-'));
  const outdir = (): string => mkdtempSync(join(folder, 'cdk.out-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  const synthesised = (build: (app: App) => void): string => {
    const app = new App({ outdir: outdir() });
    build(app);
    return app.synth().directory;
  };

  it('gives back every contract as the app describes it, with its construct', () => {
    const directory = synthesised((app) => {
      contracts(new Stack(app, 'Shop'), 'Orders', shipped, placed);
    });

    expect(readAssembly(directory).contracts).toEqual([
      { ...shipped._describe(), place: 'Shop/Orders' },
      { ...placed._describe(), place: 'Shop/Orders' },
    ]);
  });

  it('keeps a field that is named __proto__, and a text that looks like a token', () => {
    const directory = synthesised((app) => contracts(new Stack(app, 'Shop'), 'Orders', placed));
    const [{ schema } = {}] = readAssembly(directory).contracts;

    expect(JSON.stringify(schema)).toBe(JSON.stringify(hostile));
  });

  it('gives the stacks, their environment and their templates, those of stages too', () => {
    const directory = synthesised((app) => {
      const env = { account: '111111111111', region: 'eu-west-1' };
      new Stack(new Stage(app, 'Prod', { env }), 'Shop', { description: 'in a stage' });
      new Stack(app, 'Shop', { stackName: 'the-shop', description: 'on top' });
    });

    expect(readAssembly(directory).stacks).toEqual([
      { name: 'the-shop', template: expect.objectContaining({ Description: 'on top' }) },
      {
        ...{ name: 'Prod-Shop', account: '111111111111', region: 'eu-west-1' },
        template: expect.objectContaining({ Description: 'in a stage' }),
      },
    ]);
  });

  it('finds contracts in every stack and in stages within stages', () => {
    const directory = synthesised((app) => {
      contracts(new Stack(app, 'Shop'), 'Orders', placed);
      const inner = new Stage(new Stage(app, 'Prod'), 'Europe');
      contracts(new Stack(inner, 'Warehouse'), 'Registry', shipped);
    });

    expect(
      readAssembly(directory).contracts.map(({ eventType, place }) => [eventType, place]),
    ).toEqual([
      ['order.shipped.v1', 'Prod/Europe/Warehouse/Registry'],
      ['order.placed.v1', 'Shop/Orders'],
    ]);
  });

  it('takes a contract that is declared in several places for one', () => {
    const directory = synthesised((app) => {
      const shop = new Stack(app, 'Shop');
      contracts(shop, 'Registry', placed);
      declareContracts(new Construct(shop, 'Orders'), [placed], 'contracts');
      contracts(new Stack(new Stage(app, 'Dev'), 'Shop'), 'Orders', placed);
    });

    expect(readAssembly(directory).contracts).toEqual([
      { ...placed._describe(), place: 'Dev/Shop/Orders', directory: 'contracts' },
    ]);
  });

  it('takes all that one construct declares, in several calls', () => {
    const directory = synthesised((app) => {
      const registry = new Construct(new Stack(app, 'Shop'), 'Registry');
      declareContracts(registry, [placed]);
      declareContracts(registry, [shipped]);
    });

    expect(readAssembly(directory).contracts).toHaveLength(2);
  });

  it('leaves the template untouched', () => {
    const declaring = new Stack(new App(), 'Shop');
    contracts(declaring, 'Orders', placed);

    expect(Template.fromStack(declaring).toJSON()).toEqual(
      Template.fromStack(new Stack(new App(), 'Shop')).toJSON(),
    );
  });

  it('says where a directory is kept as seen from where the app runs', () => {
    const kept = (directory: string) =>
      readAssembly(
        synthesised((app) => {
          declareContracts(new Construct(new Stack(app, 'Shop'), 'Orders'), [placed], directory);
        }),
      ).contracts[0]?.directory;

    expect(kept('./contracts/')).toBe('contracts');
    expect(kept(join(process.cwd(), 'events', 'contracts'))).toBe('events/contracts');
    expect(kept('.')).toBe('.');
  });

  const other = EventContract.of({
    ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'sales' },
    ...{ summary: 'No token: ${Token[TOKEN.1]}.', schema: hostile, examples: placed.examples },
    ...{ compatibility: Compatibility.BACKWARD, strictCompatibility: true },
  });

  it('refuses a contract that is declared twice and not alike', () => {
    const directory = synthesised((app) => {
      const shop = new Stack(app, 'Shop');
      contracts(shop, 'Orders', placed);
      contracts(shop, 'Returns', other);
    });

    expect(() => readAssembly(directory)).toThrow(
      new AssemblyError(
        'shop.checkout order.placed.v1 is declared twice, by Shop/Orders and by Shop/Returns, with another owner: declare one contract for both',
      ),
    );
  });

  it('refuses a contract whose versions are kept in two directories', () => {
    const directory = synthesised((app) => {
      const shop = new Stack(app, 'Shop');
      declareContracts(new Construct(shop, 'Orders'), [placed], 'contracts');
      declareContracts(new Construct(shop, 'Returns'), [placed], 'schemas');
    });

    expect(() => readAssembly(directory)).toThrow('with another contractsDirectory');
  });

  it('reads metadata that stands within the manifest, as CDK wrote it for long', () => {
    const directory = synthesised((app) => contracts(new Stack(app, 'Shop'), 'Orders', placed));
    const file = join(directory, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    const { additionalMetadataFile, ...shop } = manifest.artifacts.Shop;
    const metadata = JSON.parse(readFileSync(join(directory, additionalMetadataFile), 'utf8'));
    manifest.artifacts.Shop = { ...shop, metadata };
    writeFileSync(file, JSON.stringify(manifest));
    rmSync(join(directory, additionalMetadataFile));

    expect(readAssembly(directory).contracts).toHaveLength(1);
  });

  it('ends where a stage leads back to its own app', () => {
    const directory = synthesised((app) => contracts(new Stack(app, 'Shop'), 'Orders', placed));
    const file = join(directory, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.artifacts.Loop = { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } };
    writeFileSync(file, JSON.stringify(manifest));

    expect(readAssembly(directory).stacks).toHaveLength(1);
  });

  const broken = (files: Record<string, unknown>): string => {
    const directory = join(outdir(), 'broken');
    mkdirSync(directory);
    for (const [name, value] of Object.entries(files)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      writeFileSync(join(directory, name), text);
    }
    return directory;
  };
  const stack = (more: object): object => ({
    artifacts: { Shop: { type: 'aws:cloudformation:stack', ...more } },
  });
  const withMetadata = (data: unknown): Record<string, unknown> => ({
    't.json': {},
    'manifest.json': stack({
      properties: { templateFile: 't.json' },
      metadata: { '/Shop/Orders': [{ type: 'spillway:contracts', data }] },
    }),
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'a folder without a manifest',
      {},
      "manifest.json can't be read: there is no such file. npx cdk synth",
    ],
    ['a manifest that is no JSON', { 'manifest.json': '{' }, 'manifest.json is no JSON'],
    ['a manifest that is a list', { 'manifest.json': [] }, 'manifest.json holds no JSON object'],
    ['a stack without a template', { 'manifest.json': stack({}) }, 'stack Shop has no template'],
    [
      'a template that is missing',
      { 'manifest.json': stack({ properties: { templateFile: 't.json' } }) },
      "t.json can't be read",
    ],
    [
      'a contract that is no JSON',
      withMetadata({ contracts: ['{'] }),
      'Shop/Orders declares a contract',
    ],
    [
      'a contract without a type',
      withMetadata({ contracts: ['{}'] }),
      'Shop/Orders declares a contract',
    ],
  ])('refuses %s', (_name, files, message) => {
    const directory = broken(files);

    expect(() => readAssembly(directory)).toThrow(AssemblyError);
    expect(() => readAssembly(directory)).toThrow(message);
  });
});
