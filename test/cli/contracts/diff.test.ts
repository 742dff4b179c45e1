import { run } from '../run';
import { Place } from './app';
import { broken, described, event, fields, noted } from './events';

describe('spillway contracts diff', () => {
  const place = new Place();
  const diff = (...args: string[]) => run(['contracts', 'diff', ...args]);
  const names = ['broken', 'gone', 'noted', 'same', 'words'].map((name) => `order.${name}.v1`);
  const directory = place.directory(
    Object.fromEntries(
      names.map((name) => [`shop.checkout/${name}/1.json`, fields(['open'], { old: {} })]),
    ),
  );
  const old = { old: {} };
  const app = place.app(
    [
      event('order.broken.v1', fields(['open', 'void'], old)),
      event('order.gone.v1'),
      event('order.new.v1', broken),
      event('order.noted.v1', noted),
      event('order.same.v1', fields(['open'], old)),
      event('order.seen.v1'),
      event('order.words.v1', { ...fields(['open'], old), description: 'An order.' }),
    ],
    directory,
  );

  afterAll(() => place.remove());

  it('ends with 1 and says what changed in each contract', async () => {
    expect(await diff('--app', app)).toEqual({
      code: 1,
      errors: '',
      output: [
        'shop.checkout order.broken.v1: breaking since version 1',
        '  ~ /status  values: "void" added',
        'shop.checkout order.gone.v1: breaking since version 1',
        '  - the data  the schema',
        'shop.checkout order.new.v1: new',
        'shop.checkout order.noted.v1: compatible since version 1',
        '  + /note  string, optional',
        '  - /old  any, optional',
        'shop.checkout order.words.v1: reworded since version 1',
        '',
      ].join('\n'),
    });
  });

  test.each(['same', 'words'])('ends with 0 where nothing changed but %s', async (name) => {
    expect((await diff('--app', app, '--event', `order.${name}.v1`)).code).toBe(0);
  });

  it('refuses a directory that does not exist', async () => {
    const { code, output, errors } = await diff('--app', app, '--directory', 'nowhere');

    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('--directory nowhere does not exist');
  });

  it('gives the changes as data', async () => {
    const { output } = await diff('--app', app, '--json', '--event', 'order.noted.v1');

    expect(JSON.parse(output)).toEqual({
      contracts: [
        {
          ...{ source: 'shop.checkout', eventType: 'order.noted.v1' },
          ...{ state: 'compatible', lastVersion: 1 },
          changes: [
            { path: '/note', kind: 'added', what: 'string, optional' },
            { path: '/old', kind: 'removed', what: 'any, optional' },
          ],
        },
      ],
    });
  });

  it('says so where what changed is no field', async () => {
    const folder = place.directory({ 'shop.checkout/order.placed.v1/1.json': described });
    const odd = { ...described, 'some-keyword': 1 };
    const { output } = await diff('--app', place.app([event('order.placed.v1', odd)], folder));

    expect(output).toContain('  ~ more than fields: compare the texts\n');
  });
});
