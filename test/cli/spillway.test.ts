import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeWithShared, sharedPath } from '../support/shared';

const root = resolve(__dirname, '../..');

/** The command as people run it, but from its source. */
const start = (args: readonly string[], ...flags: string[]) =>
  spawn(
    process.execPath,
    [...flags, '-r', './scripts/typescript.cjs', 'lib/cli/spillway.ts', ...args],
    { cwd: root, stdio: 'pipe' },
  );

async function ended(child: ReturnType<typeof start>) {
  const [output, errors] = [child.stdout, child.stderr].map((stream) => stream.toArray());
  const [code] = await once(child, 'close');
  const text = async (pieces?: Promise<unknown[]>) =>
    Buffer.concat(((await pieces) ?? []) as Buffer[]).toString();
  return { code, output: await text(output), errors: await text(errors) };
}

describe('spillway', () => {
  it('answers lines, and ends with 0', async () => {
    const child = start(['patterns', 'test']);
    child.stdin.end('{"id":1,"rule":{"a":[300.0]},"event":{"a":3e2}}\r\n{"id":2');
    const { code, output, errors } = await ended(child);

    expect(output.split('\n')).toEqual([
      '{"id":1,"match":true}',
      expect.stringMatching(/^\{"id":null,"error":"line 2: .*"\}$/),
      '',
    ]);
    expect(errors).toBe('');
    expect(code).toBe(0);
  });

  it('ends with 1 where an event does not match', async () => {
    const folder = 'examples/event-patterns';
    const options = ['--pattern', `${folder}/large-orders.json`, '--event', `${folder}/order.json`];
    const { code, output, errors } = await ended(start(['patterns', 'explain', ...options]));

    expect(code).toBe(1);
    expect(output).toContain('does not match');
    expect(errors).toBe('');
  });

  it('ends with 2 where it is wrongly asked', async () => {
    const child = start(['patterns', 'explain', '--pattern', 'package.json', '--event', '-']);
    child.stdin.end('{}');

    expect(await ended(child)).toEqual({
      code: 2,
      output: '',
      errors: expect.stringMatching(/^spillway: package.json: .*\n$/),
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const child = start(['patterns', 'test']);
    const line = '{"id":1,"rule":{"a":[1]},"event":{"a":1}}\n'.repeat(1000);
    child.stdin.on('error', () => {}); // it may end before all is written
    Readable.from(Array.from({ length: 200 }, () => line)).pipe(child.stdin);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'close');

    expect(code).toBe(0);
    expect(child.stderr.read()).toBeNull();
  });

  it('answers 100,000 different lines in the memory that the first thousand need', async () => {
    const child = start(['patterns', 'test'], '--max-old-space-size=40');
    function* lines() {
      for (let from = 0; from < 100_000; from += 1000) {
        const ids = Array.from({ length: 1000 }, (_, index) => from + index);
        yield ids.map((id) => `{"id":${id},"rule":{"a":[${id}]},"event":{"a":${id}}}\n`).join('');
      }
    }
    let answered = 0;
    child.stdout.on('data', (piece: Buffer) => {
      answered += piece.toString().split('\n').length - 1;
    });
    const [[code]] = await Promise.all([
      once(child, 'close'),
      pipeline(Readable.from(lines()), child.stdin),
    ]);

    expect(code).toBe(0);
    expect(answered).toBe(100_000);
  }, 60_000);
});

describe('spillway --help', () => {
  it('loads no command', async () => {
    const script =
      "process.argv = ['node', 'spillway', '--help']; require('./lib/cli/spillway.ts');" +
      'process.on("exit", () => console.error(Object.keys(require.cache).join()))';
    const child = spawn(process.execPath, ['-r', './scripts/typescript.cjs', '-e', script], {
      cwd: root,
      stdio: 'pipe',
    });
    const { output, errors } = await ended(child);

    expect(output).toContain('patterns explain');
    expect(errors).toContain('lib/cli/commands.ts');
    expect(errors).not.toMatch(/lib\/cli\/patterns|event-patterns\/(match|parse)/);
  });
});

describeWithShared('spillway patterns test', () => {
  it('gives every verdict recorded against AWS', async () => {
    const text = readFileSync(sharedPath('vectors/eventbridge-recorded.jsonl'), 'utf8');
    const vectors = text.split('\n').filter((line) => line !== '');
    const child = start(['patterns', 'test']);
    child.stdin.end(text);
    const { output } = await ended(child);
    const expected = vectors.map((line) => {
      const { id, expect: verdict } = JSON.parse(line);
      return verdict === 'error' ? { id, error: expect.any(String) } : { id, match: verdict };
    });

    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(expected);
  });
});
