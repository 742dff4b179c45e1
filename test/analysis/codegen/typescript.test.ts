import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { orderPlaced } from './contracts';
import { type CodeFolder, codeFolder, passages } from './write-code';

/** Reads and writes each passage as the functions of its module do, or says what is refused. */
const program = `
const passed = ({ file, type, text }) => {
  const { Convert } = require('./' + file);
  const writer = type[0].toLowerCase() + type.slice(1) + 'ToJson';
  try {
    return Convert[writer](Convert['to' + type](text));
  } catch (error) {
    return String(error.message);
  }
};
const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(asked.map(passed)));
`;

/** What a consumer writes with the types, and what the compiler refuses. */
const consumer = `
import { Convert, type OrderPlacedV1, type OrderPlacedV1Event } from './order-placed-v1';

export function handle(text: string): string {
  const event: OrderPlacedV1Event = Convert.toOrderPlacedV1Event(text);
  const type: 'order.placed.v1' = event.type;
  const source: 'shop.checkout' = event.source;
  const order: OrderPlacedV1 = event.data;
  const country: string | undefined = order.billTo?.country;
  const status: 'open' | 'paid' | 'to-pay' | 'to pay' | '' | undefined = order.status;
  // @ts-expect-error its lines have no price
  const price: number = order.lines[0].price;
  // @ts-expect-error null until somebody has one
  const coupon: string = order.coupon;
  return [type, source, country, status, price, coupon, order.lines[0]?.quantity.toFixed()].join();
}
`;

const tsconfig = {
  compilerOptions: {
    ...{ strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, types: ['node'] },
    ...{ module: 'commonjs', moduleResolution: 'bundler', target: 'es2022', noEmitOnError: true },
    ...{ outDir: 'built', rootDir: '.', typeRoots: [resolve('node_modules/@types')] },
  },
  include: ['*.ts'],
};

interface Asked {
  readonly file: string;
  readonly type: string;
  readonly text: string;
}

describe('the code of TypeScript', () => {
  let folder: CodeFolder;

  beforeAll(async () => {
    folder = await codeFolder('typescript');
    folder.write('consumer.ts', consumer);
    folder.write('tsconfig.json', JSON.stringify(tsconfig));
    folder.write('built/pass.js', program);
  });

  afterAll(() => folder.remove());

  const compile = (): string => {
    try {
      return execFileSync(
        process.execPath,
        [resolve('node_modules/typescript/bin/tsc'), '-p', '.'],
        {
          ...{ cwd: folder.path, encoding: 'utf8' },
        },
      );
    } catch (error) {
      return String((error as { stdout?: string }).stdout ?? error);
    }
  };

  const pass = (asked: readonly Asked[]): string[] =>
    JSON.parse(
      execFileSync(process.execPath, ['pass.js'], {
        ...{ cwd: `${folder.path}/built`, encoding: 'utf8', input: JSON.stringify(asked) },
      }),
    );

  it('is compiled in strict mode, with what a consumer may and may not write', () => {
    expect(compile()).toBe('');
  });

  it('reads every example and its event, and writes the same', () => {
    const asked = passages.map(({ names, type, value }) => ({
      ...{ file: names.file, type, text: JSON.stringify(value) },
    }));

    const written = pass(asked).map((text, at) => ({ title: passages[at]?.title, text }));

    expect(written.map(({ title, text }) => ({ title, value: JSON.parse(text) }))).toEqual(
      passages.map(({ title, value }) => ({ title, value })),
    );
  });

  it('keeps what a newer version tells', () => {
    const text = JSON.stringify({ ...orderPlaced.examples[1], newer: { x: 1 } });

    const [written = ''] = pass([{ file: 'order-placed-v1', type: 'OrderPlacedV1', text }]);

    expect(JSON.parse(written)).toMatchObject({ newer: { x: 1 } });
  });

  it.each([
    ['another type', { total: '12.5' }, 'Invalid value for key "total"'],
    ['a missing field', { orderId: undefined }, 'Invalid value for key "orderId"'],
    ['another case', { status: 'lost' }, 'Invalid value for key "status"'],
  ])('refuses %s', (_, change, message) => {
    const text = JSON.stringify({ ...orderPlaced.examples[0], ...change });

    expect(pass([{ file: 'order-placed-v1', type: 'OrderPlacedV1', text }])[0]).toContain(message);
  });

  it('refuses the event of another source', () => {
    const [data] = orderPlaced.examples;
    const text = JSON.stringify({
      ...{ specversion: '1.0', id: '1', type: 'order.placed.v1', source: 'shop.other', data },
    });

    expect(pass([{ file: 'order-placed-v1', type: 'OrderPlacedV1Event', text }])[0]).toContain(
      'Invalid value for key "source"',
    );
  });
});
