import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { main } from '../../../lib/cli/main';
import { run } from '../run';

/** The answers to lines, each parsed. */
async function answers(lines: readonly string[], ...options: string[]): Promise<unknown[]> {
  const { code, output } = await run(['patterns', 'test', ...options], {
    input: [lines.join('\n')],
  });
  expect(code).toBe(0);
  const texts = output.split('\n');
  expect(texts.pop()).toBe('');
  return texts.map((text) => JSON.parse(text));
}

describe('spillway patterns test', () => {
  it('answers each line in its turn, and passes over blank ones', async () => {
    expect(
      await answers([
        '{"id":1,"rule":{"a":[1]},"event":{"a":1}}',
        '',
        '  \r',
        '{"id":"two","rule":{"a":[1]},"event":{"a":2}}\r',
        '{"event":{"a":1},"rule":{"a":[1]},"id":[3]}',
      ]),
    ).toEqual([
      { id: 1, match: true },
      { id: 'two', match: false },
      { id: [3], match: true },
    ]);
  });

  test.each([
    ['a text of the same digits', '{"a":[9007199254740993]}', '{"a":9007199254740993}', true],
    ['a text of other digits', '{"a":[9007199254740993]}', '{"a":9007199254740992}', false],
    ['other spellings of a number', '{"a":[300.0]}', '{"a":3e2}', true],
    ['a name twice in a rule', '{"a":[1],"a":[2]}', '{"a":1}', false],
    ['a name twice in an event', '{"a":[1]}', '{"a":1,"a":2}', true],
    ['__proto__', '{"__proto__":[1]}', '{"__proto__":1}', true],
    ['an escape', '{"a":["\\u0062\\""]}', '{"a":"b\\""}', true],
  ])('reads %s as AWS does, given as JSON or as a text of it', async (_, rule, event, match) => {
    const [inText, given] = [JSON.stringify(rule), JSON.stringify(event)];

    expect(
      await answers([
        `{"id":1,"rule":${rule},"event":${event}}`,
        `{"id":2,"rule":${inText},"event":${event}}`,
        `{"id":3,"rule":${rule},"event":${given}}`,
        `{"id":4,"rule":${inText},"event":${given}}`,
      ]),
    ).toEqual([1, 2, 3, 4].map((id) => ({ id, match })));
  });

  it('writes an id as it was written', async () => {
    const line = '{"id":{"n":1.50,"n":12345678901234567890},"rule":{"a":[1]},"event":{"a":1}}';
    const { output } = await run(['patterns', 'test'], { input: [line] });

    expect(output).toBe('{"id":{"n":1.50,"n":12345678901234567890},"match":true}\n');
  });

  it('answers null for an id that is absent', async () => {
    expect(await answers(['{"rule":{"a":[1]},"event":{"a":1}}'])).toEqual([
      { id: null, match: true },
    ]);
  });

  test.each([
    ['no JSON', '{"id": "x" "rule"}', 'line 2: found "\\"" at column 12, not "}"'],
    ['a list', '[1]', 'line 2: it is no object but a list'],
    ['two objects', '{} {}', 'line 2: found "{" at column 4'],
    ['no object', '"x"', 'line 2: it is no object but a string'],
    ['bytes that are no UTF-8', '\ufffd', 'line 2: found'],
  ])('says the line of %s, and goes on', async (_, line, error) => {
    const good = '{"id":1,"rule":{"a":[1]},"event":{"a":1}}';

    expect(await answers([good, line, good])).toEqual([
      { id: 1, match: true },
      { id: null, error: expect.stringContaining(error) },
      { id: 1, match: true },
    ]);
  });

  test.each([
    ['a rule that AWS refuses', '{"id":7,"rule":{"a":[]},"event":{}}', 'the list is empty'],
    ['a rule that is no object', '{"id":7,"rule":5,"event":{}}', '5 is not an object'],
    ['an event that is no object', '{"id":7,"rule":{"a":[1]},"event":null}', 'null is not an obj'],
    ['an event in a text', '{"id":7,"rule":{"a":[1]},"event":"{"}', 'the text ends at line 1'],
    ['no rule', '{"id":7,"event":{}}', 'the line has no rule'],
    ['no event', '{"id":7,"rule":{"a":[1]}}', 'the line has no event'],
  ])('answers %s with its error', async (_, line, error) => {
    expect(await answers([line])).toEqual([{ id: 7, error: expect.stringContaining(error) }]);
  });

  it('answers an event of 200,000 levels with an error', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;

    expect(await answers([`{"id":1,"rule":{"a":[1]},"event":${deep}}`])).toEqual([
      { id: 1, error: expect.stringContaining('1000 levels') },
    ]);
  });

  it('takes the dialect of SNS bodies, where another body is no match', async () => {
    const line = '{"id":1,"rule":{"a":[1]},"event":"hello"}';

    expect(await answers([line], '--dialect', 'sns-body')).toEqual([{ id: 1, match: false }]);
  });

  it('takes a rule for one on a Classic bus where no dialect is given', async () => {
    const line = '{"id":1,"rule":{"a":[{"wildcard":"x*"}]},"event":{"a":"xy"}}';

    expect(await answers([line])).toEqual([{ id: 1, match: true }]);
    expect(await answers([line], '--dialect', 'eventbridge-v2')).toEqual([
      { id: 1, error: expect.stringContaining('wildcard') },
    ]);
  });

  it('answers nothing to nothing', async () => {
    expect(await answers([])).toEqual([]);
  });

  it('says on standard error what it waits for where a person types', async () => {
    const { output, errors } = await run(['patterns', 'test'], { terminal: true });

    expect(output).toBe('');
    expect(errors).toContain('Ctrl-D');
  });

  it('reads no further than its output is read', async () => {
    const line = '{"rule":{"a":[1]},"event":{"a":1}}\n'.repeat(100);
    let read = 0;
    async function* endless() {
      for (; read < 1000; read++) {
        yield line;
      }
    }
    const output = new PassThrough({ highWaterMark: 1000 });
    const done = main(['patterns', 'test'], {
      input: endless(),
      output,
      errors: new PassThrough(),
      environment: {},
    });
    while (!output.writableNeedDrain) {
      await setImmediate();
    }
    for (let turn = 0; turn < 20; turn++) {
      await setImmediate();
    }
    expect(read).toBeLessThan(5);

    output.resume();
    expect(await done).toBe(0);
    expect(read).toBe(1000);
    output.end();
    await once(output, 'end');
  });
});
