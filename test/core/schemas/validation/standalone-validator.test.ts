import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../../lib/core/schemas';
import { standaloneValidator } from '../../../../lib/core/schemas/validation';
import { loadedFrom } from './load';

const root = join(__dirname, '../../../..');
const { fullFormats } = require('ajv-formats/dist/formats') as { fullFormats: object };

const everyFormat: JsonObject = {
  properties: Object.fromEntries(Object.keys(fullFormats).map((format) => [format, { format }])),
};

const order: JsonObject = {
  type: 'object',
  required: ['id', 'placedAt', 'lines'],
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 64 },
    placedAt: { type: 'string', format: 'date-time' },
    lines: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'object', properties: { price: { type: 'number', multipleOf: 0.01 } } },
    },
    next: { $ref: '#' },
  },
};
const goodOrder = { id: 'a', placedAt: '2026-02-28T12:00:00Z', lines: [{ price: 19.99 }] };
const badOrder = { ...goodOrder, placedAt: '2026-02-29T12:00:00Z' };

const hostileNames = [
  '__proto__',
  'constructor',
  '"',
  "'",
  '\\',
  '`${x}`',
  '</script>',
  '*/',
  '//',
  '\n',
  '\u2028',
  '\u0000',
  'é😀',
  ',schemaPath:',
  'require("ajv/dist/runtime/equal").default',
  '{instancePath',
  '',
  'a/b~c%25',
];
const hostile: JsonObject = {
  required: hostileNames,
  properties: Object.fromEntries(hostileNames.map((name) => [name, { const: { [name]: name } }])),
  additionalProperties: false,
};
const hostileData = Object.fromEntries(hostileNames.map((name) => [name, { [name]: name }]));

const many: JsonObject = {
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: 3_000 }, (_, at) => [`field${at}`, { type: 'string', enum: ['a', 'b'] }]),
  ),
};

interface Case {
  readonly name: string;
  readonly schema: JsonObject;
  readonly good: unknown;
  readonly bad: unknown;
}

const cases: readonly Case[] = [
  { name: 'an order', schema: order, good: goodOrder, bad: badOrder },
  {
    name: 'a recursive schema',
    schema: order,
    good: { ...goodOrder, next: goodOrder },
    bad: { ...goodOrder, next: {} },
  },
  { name: 'hostile names', schema: hostile, good: hostileData, bad: { ...hostileData, x: 1 } },
  { name: 'every format', schema: everyFormat, good: {}, bad: { 'date-time': 'x', int32: 0.5 } },
  { name: '3,000 properties', schema: many, good: { field2999: 'b' }, bad: { field2999: 'c' } },
];

/** What a plain Node says where nothing is installed, of a module of each kind. */
function inPlainNode(kind: 'cjs' | 'esm'): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'validators-'));
  try {
    const ending = kind === 'cjs' ? 'cjs' : 'mjs';
    const wanted = cases.map(({ schema, good, bad }, at) => {
      writeFileSync(
        join(folder, `${at}.${ending}`),
        standaloneValidator(schema, { module: kind }).code,
      );
      return [JSON.stringify(good), JSON.stringify(bad)];
    });
    writeFileSync(join(folder, 'data.json'), JSON.stringify(wanted));
    const program = `
      const data = JSON.parse(require('node:fs').readFileSync('data.json', 'utf8'));
      (async () => {
        const said = [];
        for (const [at, texts] of data.entries()) {
          const { validate } = await import('./' + at + '.${ending}');
          said.push(texts.map((text) => validate(JSON.parse(text))));
        }
        const loaded = Object.keys(require.cache).map((file) => require('node:path').basename(file));
        console.log(JSON.stringify({ said, loaded }));
      })();`;
    return JSON.parse(
      execFileSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('standaloneValidator', () => {
  it('gives a CommonJS module that a plain node runs, and that loads nothing else', () => {
    expect(inPlainNode('cjs')).toEqual({
      said: cases.map(() => [true, false]),
      loaded: cases.map((_, at) => `${at}.cjs`),
    });
  });

  it('gives an ECMAScript module that a plain node runs, and that loads nothing else', () => {
    expect(inPlainNode('esm')).toEqual({ said: cases.map(() => [true, false]), loaded: [] });
  });

  it('gives no line that requires or imports', () => {
    for (const { schema } of cases) {
      const { code } = standaloneValidator(schema);
      expect(code).not.toMatch(/^import |[=(] *require\(|\bimport\(/m);
    }
  });

  it('gives the same text for the same schema', () => {
    const again = JSON.parse(JSON.stringify(order));
    expect(standaloneValidator(order)).toEqual(standaloneValidator(again));
    expect(standaloneValidator(order)).toEqual(standaloneValidator(order, { module: 'cjs' }));
  });

  it('gives other text for what it is told to', () => {
    const titled = standaloneValidator(order, { title: 'order.placed.v1\u2028alert(1)\n*/' });
    expect(titled.code).toContain('// Validates order.placed.v1 alert(1) */. Generated');
    expect(loadedFrom(titled.code).validate(goodOrder)).toBe(true);
    expect(titled.types).not.toContain('alert(1) */.');
    expect(standaloneValidator(order, { module: 'esm' }).code).toContain('\nexport { validate');
  });

  it('tells the first problem, or all that there are', () => {
    const bad = { lines: 1 };
    const [first, all] = [false, true].map((allProblems) =>
      loadedFrom(standaloneValidator(order, { allProblems }).code).problemsOf(bad),
    );
    expect(first).toEqual([{ path: '', problem: 'must have the property "id"' }]);
    expect(all).toEqual([
      { path: '', problem: 'must have the property "id"' },
      { path: '', problem: 'must have the property "placedAt"' },
      { path: '/lines', problem: 'must be an array' },
    ]);
  });

  it('leaves out what only people read', () => {
    const schema = { ...order, title: 'Order', description: 'secret', examples: [goodOrder] };
    expect(standaloneValidator(schema)).toEqual(standaloneValidator(order));
  });

  it('knows every format as ajv-formats does', () => {
    const texts = [
      ...['', 'a', '2026-02-28', '2026-02-29', '23:59:60Z', '12:00:00', '2026-02-28T12:00:00Z'],
      ...[
        '2026-02-28T12:00:00',
        '2026-02-28 12:00:00+01:00',
        'P1D',
        'P',
        'https://example.com/a?b#c',
      ],
      ...['/a/b', '{a}', 'a@b.co', 'example.com', '127.0.0.1', '256.1.1.1', '::1', '1::2::3'],
      ...[
        '[a-',
        '^a$',
        '123e4567-e89b-12d3-a456-426614174000',
        '#/a',
        '/a~2',
        '1/a',
        'YQ==',
        'YQ=',
      ],
    ];
    const numbers = [0, 0.5, 2 ** 31, -(2 ** 31), 2 ** 53];
    const Ajv = require('ajv');
    const ajv = require('ajv-formats')(new Ajv({ strict: false, logger: false }));
    let refused = 0;
    for (const format of Object.keys(fullFormats)) {
      const { validate } = loadedFrom(standaloneValidator({ format }).code);
      const oracle = ajv.compile({ format });
      for (const value of [...texts, ...numbers]) {
        const isFine = oracle(value);
        if (!isFine) refused++;
        expect({ format, value, isFine: validate(value) }).toEqual({ format, value, isFine });
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it('gives types that TypeScript takes, for both kinds of module', () => {
    const folder = mkdtempSync(join(tmpdir(), 'validators-'));
    try {
      const { types } = standaloneValidator(order);
      mkdirSync(join(folder, 'a'));
      writeFileSync(join(folder, 'a/order.v1.d.cts'), types);
      writeFileSync(join(folder, 'a/order.v1.d.mts'), types);
      const use = (
        ending: string,
      ) => `import { problemsOf, validate } from './a/order.v1.${ending}';
        interface Order { readonly id: string }
        export function idOf(data: unknown): string {
          if (validate<Order>(data)) return data.id;
          // @ts-expect-error nobody knows what it is
          data.id;
          return problemsOf(data).map(({ path, problem }) => path + problem).join();
        }`;
      writeFileSync(join(folder, 'commonjs.cts'), use('cjs'));
      writeFileSync(join(folder, 'module.mts'), use('mjs'));
      const tsc = join(root, 'node_modules/typescript-5.9/bin/tsc');
      const args = ['--noEmit', '--strict', '--module', 'node16', 'commonjs.cts', 'module.mts'];
      execFileSync(process.execPath, [tsc, ...args], { cwd: folder, encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
