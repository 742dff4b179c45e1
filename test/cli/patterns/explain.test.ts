import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';

describe('spillway patterns explain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const pattern = file('pattern.json', '{"detail":{"country":["US"]}}\n');
  const matching = file('matching.json', '\ufeff{"detail":{"country":"US"}}');
  const other = file('other.json', '{"detail":{"country":"us"}}');
  const list = file('list.json', '[]');
  const broken = file('broken.json', '{\n  "detail": {,}\n}');
  const refused = file('refused.json', '{"detail":{"country":[]}}');

  afterAll(() => rmSync(folder, { recursive: true }));

  const explain = (first: string, second: string, ...more: string[]) => [
    ...['patterns', 'explain', '--pattern', first, '--event', second, ...more],
  ];

  it('ends with 0 for an event that matches', async () => {
    expect(await run(explain(pattern, matching))).toEqual({
      code: 0,
      output: 'The event matches the pattern.\n\n✓ detail.country  "US"\n',
      errors: '',
    });
  });

  it('ends with 1 for one that does not, and says why', async () => {
    const { code, output, errors } = await run(explain(pattern, other));

    expect(code).toBe(1);
    expect(errors).toBe('');
    expect(output).toContain(
      '✗ detail.country\n    wanted  "US"\n    found   "us"\n    hint    only',
    );
  });

  it('gives the explanation as data', async () => {
    const { code, output } = await run(explain(pattern, other, '--json'));

    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      matches: false,
      alternatives: [{ fields: [{ path: 'detail.country', hint: { kind: 'letter-case' } }] }],
    });
  });

  it('reads one of the two from standard input', async () => {
    const input = ['{"detail":', Buffer.from('{"country":"US"}}')];

    expect((await run(explain(pattern, '-'), { input })).code).toBe(0);
    expect((await run(explain('-', other), { input: ['{"detail":{"x":[1]}}'] })).code).toBe(1);
  });

  it('takes a dialect', async () => {
    const body = file('body.json', 'hello');
    const { code, output } = await run(explain(pattern, body, '--dialect', 'sns-body'));

    expect(code).toBe(1);
    expect(output).toContain('the body is not a JSON object');
  });

  test.each([
    ['a terminal', { terminal: true }, true],
    ['a pipe', {}, false],
    ['NO_COLOR', { terminal: true, environment: { NO_COLOR: '1' } }, false],
    ['CI', { terminal: true, environment: { CI: 'true' } }, false],
  ])('with %s is coloured or not', async (_, world, coloured) => {
    const { output } = await run(explain(pattern, other), world);

    expect(output.includes('\u001b[31m✗ detail.country')).toBe(coloured);
  });

  test.each([
    ['a missing pattern', 'none.json', other, "none.json can't be read: there is no such file"],
    ['a folder', pattern, folder, "can't be read: that is a folder"],
    ['two standard inputs', '-', '-', 'only one of --pattern and --event'],
    ['a broken pattern', broken, other, 'broken.json: Event pattern'],
    ['a pattern that AWS refuses', refused, other, 'the list is empty'],
    ['a list as a pattern', list, other, 'list.json: Event pattern: [] is not an object'],
    ['a broken event', pattern, broken, 'broken.json: Event: found ","'],
    ['a list as an event', pattern, list, 'list.json: Event: [] is not an object'],
  ])('refuses %s with exit code 2', async (_, first, second, message) => {
    const { code, output, errors } = await run(explain(first, second));

    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(message);
    expect(errors.trimEnd()).not.toContain('\n');
  });

  test.each([
    ['pattern', broken, other],
    ['event', pattern, broken],
  ])('says where a broken %s is broken', async (_, first, second) => {
    expect((await run(explain(first, second))).errors).toContain('line 2, column 14');
  });
});
