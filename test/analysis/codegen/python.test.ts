import { execFileSync } from 'node:child_process';
import { generateCode } from '../../../lib/analysis/codegen';
import { orderPlaced } from './contracts';
import { type CodeFolder, codeFolder, passages } from './write-code';

/** Reads and writes each passage as its function of the module does, or says what it refuses. */
const program = `
import importlib, json, re, sys

def name_of(type_name):
    return re.sub(r'(?<=.)([A-Z])', r'_\\1', type_name).lower()

def passed(one):
    module = importlib.import_module(one['module'])
    name = name_of(one['type'])
    try:
        value = getattr(module, name + '_from_dict')(json.loads(one['text']))
        return json.dumps(getattr(module, name + '_to_dict')(value))
    except AssertionError:
        return 'refused'

json.dump([passed(one) for one in json.load(sys.stdin)], sys.stdout)
`;

interface Asked {
  readonly module: string;
  readonly type: string;
  readonly text: string;
}

describe('the code of Python', () => {
  let folder: CodeFolder;

  beforeAll(async () => {
    folder = await codeFolder('python');
  });

  afterAll(() => folder.remove());

  const pass = (asked: readonly Asked[]): string[] =>
    JSON.parse(
      execFileSync('python3', ['-B', '-W', 'error', '-c', program], {
        ...{ cwd: folder.path, encoding: 'utf8', input: JSON.stringify(asked) },
      }),
    );

  it('reads every example and its event, and writes the same', () => {
    const asked = passages.map(({ names, type, value }) => ({
      ...{ module: names.module, type, text: JSON.stringify(value) },
    }));

    const written = pass(asked).map((text) => JSON.parse(text));

    expect(titled(written)).toEqual(titled(passages.map(({ value }) => value)));
  });

  it('refuses another type, a missing field, another case and the source of another', () => {
    const [data] = orderPlaced.examples;
    const event = { specversion: '1.0', id: '1', type: 'order.placed.v1', data };
    const ask = (type: string, value: unknown): Asked => ({
      ...{ module: 'order_placed_v1', type, text: JSON.stringify(value) },
    });

    expect(
      pass([
        ask('OrderPlacedV1', { ...data, total: '12.5' }),
        ask('OrderPlacedV1', { ...data, orderId: undefined }),
        ask('OrderPlacedV1', { ...data, status: 'lost' }),
        ask('OrderPlacedV1Event', { ...event, source: 'shop.checkout', data: undefined }),
      ]),
    ).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  it('names what was asked for', async () => {
    const files = await generateCode([orderPlaced], { language: 'python' });

    expect([...files.keys()]).toEqual(['order_placed_v1.py']);
    expect(files.get('order_placed_v1.py')).toContain('class OrderPlacedV1Event:');
  });
});

/** With the titles, so that a difference names what differs. */
const titled = (values: readonly unknown[]) =>
  values.map((value, at) => ({ title: passages[at]?.title, value }));
