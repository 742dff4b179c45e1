import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';

describe('spillway contracts compatible', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const schema = (name: string, value: unknown): string => file(name, JSON.stringify(value));
  const fields = (status: string[], more: object = {}) => ({
    ...{ type: 'object', properties: { id: { type: 'string' }, status: { enum: status } } },
    ...more,
  });
  const older = schema('older.json', fields(['open', 'paid']));
  const newer = schema('newer.json', fields(['open', 'paid', 'void'], { required: ['id'] }));

  afterAll(() => rmSync(folder, { recursive: true }));

  const compatible = (...args: string[]) => run(['contracts', 'compatible', ...args]);

  it('ends with 0 for two that live together', async () => {
    const wider = schema('wider.json', fields(['open', 'paid', 'void']));

    expect(await compatible('--mode', 'BACKWARD', older, wider)).toEqual({
      code: 0,
      output: 'Compatible: BACKWARD, lenient.\n',
      errors: '',
    });
  });

  it('ends with 1 for two that do not, and says what breaks whom', async () => {
    const { code, output, errors } = await compatible(older, newer);

    expect(code).toBe(1);
    expect(errors).toBe('');
    expect(output.split('\n')).toEqual([
      'Breaks a replayed old event:',
      '  ✗ /id  required',
      '      the new schema wants it, the old one may leave it out',
      '      at /required',
      'Breaks an old consumer:',
      '  ✗ /status  enum',
      expect.stringContaining('"void"'),
      '      at /properties/status/enum',
      '',
    ]);
  });

  it('gives the breaks as data', async () => {
    const { code, output } = await compatible('--mode', 'forward', '--json', older, newer);

    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      ...{ compatible: false, mode: 'FORWARD', policy: 'lenient' },
      breaks: [{ path: '/status', keyword: 'enum', breaks: 'an old consumer' }],
    });
  });

  it('tells no place of a break that has none in the schema', async () => {
    const [all, none] = [file('any.json', 'true'), file('nothing.json', 'false')];
    const { output } = await compatible('--mode', 'BACKWARD', all, none);

    expect(output).toMatch(/^Breaks a replayed old event:\n {2}✗ the data as a whole.*\n {6}.+\n$/);
  });

  it('takes a policy', async () => {
    const noted = schema('noted.json', { properties: { id: {}, note: { type: 'string' } } });
    const plain = schema('plain.json', { properties: { id: {} } });

    expect((await compatible(plain, noted)).code).toBe(0);
    expect((await compatible(plain, noted, '--policy', 'strict')).code).toBe(1);
  });

  it('reads one of the two from standard input', async () => {
    const input = [JSON.stringify(fields(['open', 'paid']))];

    expect((await run(['contracts', 'compatible', older, '-'], { input })).code).toBe(0);
  });

  it('takes true and false for schemas', async () => {
    const [all, none] = [file('all.json', 'true'), file('none.json', 'false')];

    expect((await compatible('--mode', 'BACKWARD', none, all)).code).toBe(0);
    expect((await compatible('--mode', 'BACKWARD', all, none)).code).toBe(1);
  });

  it('takes numbers that doubles do not hold for what they are', async () => {
    const [one, other] = ['3', '2'].map((last) =>
      file(`long-${last}.json`, `{"maximum":900719925474099${last}}`),
    );

    expect((await compatible(one ?? '', one ?? '')).code).toBe(0);
    expect((await compatible(one ?? '', other ?? '')).output).toContain(
      '9007199254740993 has more digits than are compared',
    );
  });

  const broken = file('broken.json', '{\n  "type": ,\n}');
  const twice = file('twice.json', '{\n  "type": "string",\n  "type": "number"\n}');
  const typo = schema('typo.json', { properties: { a: { type: 'strnig' } } });
  const list = file('list.json', '[]');

  test.each([
    ['one file', [older], 'NEW.json must be given'],
    ['three files', [older, newer, older], 'is too much'],
    ['a missing file', [older, 'none.json'], "none.json can't be read: there is no such file"],
    ['a folder', [older, folder], "can't be read: that is a folder"],
    ['broken JSON', [older, broken], 'broken.json, line 2, column 11: found ",", not a JSON value'],
    ['a name that stands twice', [twice, newer], 'twice.json, line 3: "type" stands twice'],
    ['a list', [older, list], 'list.json: Schema: [] is no object'],
    ['no type', [typo, newer], 'typo.json: Schema, /properties/a/type: "strnig"'],
    ['two standard inputs', ['-', '-'], 'only one of OLD.json and NEW.json'],
    ['an unknown mode', [older, newer, '--mode', 'FULLY'], 'no mode "FULLY"; did you mean FULL?'],
    [
      'an unknown policy',
      [older, newer, '--policy', 'x'],
      'no policy "x"; there is lenient, strict',
    ],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    const { code, output, errors } = await compatible(...args);

    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(message);
    expect(errors.trimEnd()).not.toContain('\n');
  });

  it('helps, in 80 columns', async () => {
    const { code, output } = await compatible('--help');

    expect(code).toBe(0);
    expect(output).toContain('spillway contracts compatible [OPTION...] OLD.json NEW.json');
    expect(output.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
