import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { snippetsOf } from '../../../lib/analysis/report/page/snippets';
import { bus, eventOf, placed } from '../catalogue/shop';

const codeOf = (names: Partial<typeof placed>, language: string): string => {
  const found = snippetsOf(eventOf(bus, { ...placed, ...names })).find(
    (one) => one.language === language,
  );
  return found?.code ?? '';
};

const hostile = {
  owner: `o'"\\\n$\{x}\u2028`,
  source: "shop's\\checkout",
  eventType: '1.2.3-é.v1',
};

describe('snippetsOf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-'));
  const library = resolve('lib/index.ts');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('compiles in TypeScript, whatever the names are', () => {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const compilerOptions = {
      ...{ noEmit: true, strict: true, skipLibCheck: true, types: ['node'] },
      ...{ target: 'es2023', module: 'commonjs', moduleResolution: 'bundler' },
      ...{ paths: { 'cdk-spillway': [library] }, noUnusedLocals: true },
    };
    const files = ['plain.ts', 'hostile.ts'];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    writeFileSync(join(folder, 'plain.ts'), codeOf({}, 'TypeScript'));
    writeFileSync(join(folder, 'hostile.ts'), codeOf(hostile, 'TypeScript'));

    const { stdout } = spawnSync(
      process.execPath,
      [resolve('node_modules/typescript/bin/tsc'), '-p', folder],
      { encoding: 'utf8' },
    );

    expect(stdout).toBe('');
  }, 60_000);

  it('subscribes to the event in TypeScript', () => {
    const { ConsumerStack } = loaded(codeOf({}, 'TypeScript'));
    const { ClassicBus, EventContract } = require('../../../lib');
    const app = new App();
    const contracts = [EventContract.of(placed)];
    const channel = new ClassicBus(new Stack(app, 'Shop'), 'Orders', { contracts });
    const stack = new ConsumerStack(app, 'Consumer', channel);

    Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'] },
      Targets: Match.anyValue(),
    });
  });

  it('is Python that can be parsed, whatever the names are', () => {
    const read = 'import ast, sys; ast.parse(sys.stdin.buffer.read())';
    for (const names of [{}, hostile]) {
      const input = codeOf(names, 'Python');
      expect(spawnSync('python3', ['-c', read], { input, encoding: 'utf8' }).stderr).toBe('');
    }
  });

  it.each([
    ['order.placed.v1', 'orderPlaced', 'order_placed'],
    ['OrderPlaced.v2', 'orderplacedEvent', 'orderplaced_event'],
    ['class.v1', 'classEvent', 'class_event'],
    ['1.2', 'event', 'event'],
    ['com.shop.order-placed.v1', 'comShopOrderPlaced', 'com_shop_order_placed'],
  ])('names the contract of %s after its event', (eventType, camel, snake) => {
    expect(codeOf({ eventType }, 'TypeScript')).toContain(`const ${camel} = EventContract.of`);
    expect(codeOf({ eventType }, 'Python')).toContain(`\n${snake} = EventContract.of`);
  });
});

interface Loaded {
  readonly ConsumerStack: new (scope: App, id: string, channel: unknown) => Stack;
}

/** Runs a module against the sources of the library. */
function loaded(code: string): Loaded {
  const { transformSync } = require('@swc/core');
  const module = { type: 'commonjs' };
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' };
  const output: string = transformSync(code, { module, jsc, configFile: false, swcrc: false }).code;
  const exports = {};
  const load = (name: string) =>
    name === 'cdk-spillway' ? require('../../../lib') : require(name);
  new Function('exports', 'require', output)(exports, load);
  return exports as Loaded;
}
