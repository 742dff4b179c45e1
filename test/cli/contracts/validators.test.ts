import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { EventContract } from '../../../lib';
import { loadedFrom } from '../../core/schemas/validation/load';
import { run } from '../run';
import { Place } from './app';
import { event, fields } from './events';

describe('spillway contracts validators', () => {
  const place = new Place();
  const validators = (...args: string[]) => run(['contracts', 'validators', ...args]);
  const app = place.app([
    event('order.placed.v1', fields(['open'])),
    event('order.cancelled.v1', fields(['cancelled'])),
    event('order.seen.v1'),
  ]);
  const other = (source: string, eventType: string) =>
    EventContract.of({ source, eventType, owner: 'checkout', schema: fields(['open']) });

  afterAll(() => place.remove());

  it('writes a module and its types for each contract with a schema', async () => {
    const out = place.directory();
    const { code, errors, output } = await validators('--out', out, '--app', app);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const names = ['cancelled', 'placed'].flatMap((name) =>
      ['cjs', 'd.cts'].map((ending) => `shop.checkout/order.${name}.v1.${ending}`),
    );
    expect(Object.keys(place.files(out))).toEqual(names);
    expect(output).toBe(names.map((name) => `written    ${join(out, name)}\n`).join(''));
    const text = readFileSync(join(out, 'shop.checkout/order.placed.v1.cjs'), 'utf8');
    expect(text).toContain('// Validates order.placed.v1 of shop.checkout.');
    expect(loadedFrom(text).problemsOf({ id: 1 })).toEqual([
      { path: '/id', problem: 'must be a string' },
    ]);
  });

  it('leaves a file alone that is as it should be', async () => {
    const out = place.directory();
    await validators('--out', out, '--app', app);
    const file = join(out, 'shop.checkout/order.placed.v1.cjs');
    utimesSync(file, 1, 1);
    const { output } = await validators('--out', out, '--app', app);
    expect(output).not.toContain('written');
    expect(output).toContain(`unchanged  ${file}`);
    expect(statSync(file).mtimeMs).toBe(1000);
  });

  it('writes ECMAScript modules, and tells everything that is wrong, where that is asked for', async () => {
    const out = place.directory();
    const { code } = await validators(
      ...['--out', out, '--app', app, '--event', 'order.placed.v1'],
      ...['--module', 'esm', '--all-problems'],
    );
    expect(code).toBe(0);
    const files = place.files(out);
    expect(Object.keys(files)).toEqual(
      ['d.mts', 'mjs'].map((ending) => `shop.checkout/order.placed.v1.${ending}`),
    );
    const text = files['shop.checkout/order.placed.v1.mjs'] ?? '';
    expect(text).toContain('export { validate, problemsOf };');
    const runnable = text.replace(/^export .*$/m, 'exports.problemsOf = problemsOf;');
    expect(loadedFrom(runnable).problemsOf({ id: 1, status: 'x' })).toHaveLength(2);
  });

  it('gives the files as data', async () => {
    const out = place.directory();
    const { output } = await validators('--out', out, '--app', app, '--json');
    expect(JSON.parse(output)[0]).toEqual({
      ...{ source: 'shop.checkout', eventType: 'order.cancelled.v1', changed: true },
      file: join(out, 'shop.checkout/order.cancelled.v1.cjs'),
    });
  });

  it('gives names that an import takes for sources that are URIs', async () => {
    const out = place.directory();
    const odd = place.app([
      other('https://shop.example/a?b#c', 'order.placed.v1'),
      other('..', 'x.v1'),
    ]);
    expect(await validators('--out', out, '--app', odd)).toMatchObject({ code: 0 });
    expect(Object.keys(place.files(out)).filter((name) => name.endsWith('.cjs'))).toEqual([
      '_./x.v1.cjs',
      'https_shop.example_a_b_c/order.placed.v1.cjs',
    ]);
  });

  test.each([
    ['no folder', [], '--out must be given'],
    ['another kind of module', ['--out', 'x', '--module', 'emm'], 'did you mean esm?'],
    ['an app that is not there', ['--out', 'x', '--app', 'nowhere'], 'nowhere/manifest.json'],
    ['a type that the app has not', ['--out', 'x', '--event', 'order.x.v1'], 'declares no event'],
  ])('refuses %s', async (_name, args, message) => {
    const given = args.includes('--app') ? args : [...args, '--app', app];
    const { code, errors, output } = await validators(...given);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(message);
  });

  it('refuses an app without any schema', async () => {
    const bare = place.app([event('order.seen.v1')]);
    const { code, errors } = await validators('--out', place.directory(), '--app', bare);
    expect({ code, errors }).toEqual({
      code: 2,
      errors: 'spillway: no contract of the app has a schema: without one nothing is validated\n',
    });
  });

  it('refuses two contracts that would be one file', async () => {
    const twins = place.app([other('shop/a', 'order.v1'), other('shop:a', 'order.v1')]);
    const { code, errors } = await validators('--out', place.directory(), '--app', twins);
    expect(code).toBe(2);
    expect(errors).toContain('order.v1 of shop:a and order.v1 of shop/a would be one file');
  });

  it('refuses to write where a file is in the way', async () => {
    const out = place.directory({ 'shop.checkout': 'a file' });
    const { code, errors } = await validators('--out', out, '--app', app);
    expect(code).toBe(2);
    expect(errors).toMatch(/order\.cancelled\.v1\.cjs can't be written: (EEXIST|ENOTDIR)/);
  });
});
