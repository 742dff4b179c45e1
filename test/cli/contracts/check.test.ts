import { basename } from 'node:path';
import { run } from '../run';
import { Place } from './app';
import { broken, described, event, fields, noted } from './events';

describe('spillway contracts check', () => {
  const place = new Place();
  const check = (...args: string[]) => run(['contracts', 'check', ...args]);
  const directory = place.directory({
    'README.md': '# Contracts',
    'shop.checkout/order.cancelled.v1/1.json': fields(['open']),
    'shop.checkout/order.changed.v1/1.json': fields(['open']),
    'shop.checkout/order.changed.v1/2.json': fields(['open']),
    'shop.checkout/order.old.v1/1.json': fields(['open']),
    'shop.checkout/order.placed.v1/1.json': fields(['open']),
    'shop.checkout/order.returned.v1/3.json': fields(['open']),
  });
  const fine = [
    event('order.cancelled.v1', described),
    event('order.placed.v1', fields(['open'])),
    event('order.seen.v1'),
  ];
  const others = [
    event('order.changed.v1', broken),
    event('order.returned.v1', noted),
    event('order.shipped.v1', noted),
  ];

  afterAll(() => place.remove());

  it('ends with 0 where all is accepted, or only reworded', async () => {
    expect(await check('--app', place.app(fine, directory))).toEqual({
      code: 0,
      errors: '',
      output: [
        'reworded     shop.checkout order.cancelled.v1  version 1',
        'unchanged    shop.checkout order.placed.v1  version 1',
        'undescribed  shop.checkout order.seen.v1',
        `retired      shop.checkout order.changed.v1  kept in ${place.shown(directory, 'shop.checkout/order.changed.v1')}`,
        `retired      shop.checkout order.old.v1  kept in ${place.shown(directory, 'shop.checkout/order.old.v1')}`,
        `retired      shop.checkout order.returned.v1  kept in ${place.shown(directory, 'shop.checkout/order.returned.v1')}`,
        '',
      ].join('\n'),
    });
  });

  it('ends with 1 where something breaks or is to be accepted, and says what breaks whom', async () => {
    const { code, output } = await check('--app', place.app(others, directory));

    expect(code).toBe(1);
    expect(output.split('\n')).toEqual([
      'breaking     shop.checkout order.changed.v1  FULL_TRANSITIVE, lenient',
      '             Breaks an old consumer:',
      '               ✗ /status  enum  versions 1 and 2',
      expect.stringMatching(/^ {19}the old schema .*"void"/),
      '                   at /properties/status/enum',
      'compatible   shop.checkout order.returned.v1  version 3',
      'new          shop.checkout order.shipped.v1',
      expect.stringMatching(/^retired {6}shop.checkout order.cancelled.v1/),
      expect.stringMatching(/^retired {6}shop.checkout order.old.v1/),
      expect.stringMatching(/^retired {6}shop.checkout order.placed.v1/),
      '1 breaking: undo the change, or declare the next major version beside it.',
      '2 to accept: npx spillway contracts accept',
      '',
    ]);
  });

  test.each([
    ['order.changed.v1', 1],
    ['order.returned.v1', 1],
    ['order.shipped.v1', 1],
    ['order.placed.v1', 0],
  ])('looks at %s alone', async (type, code) => {
    const app = place.app([...fine, ...others], directory);
    const answer = await check('--app', app, '--event', type, '--json');

    expect(answer.code).toBe(code);
    expect(JSON.parse(answer.output)).toMatchObject({
      contracts: [{ eventType: type }],
      retired: [],
    });
  });

  it('looks at several events', async () => {
    const app = place.app([...fine, ...others], directory);
    const given = ['--event', 'order.placed.v1', '--event', 'order.cancelled.v1'];
    const { code, output } = await check('--app', app, ...given);

    expect([code, output.split('\n')]).toEqual([
      0,
      [
        'reworded     shop.checkout order.cancelled.v1  version 1',
        'unchanged    shop.checkout order.placed.v1  version 1',
        '',
      ],
    ]);
  });

  it('gives all of it as data', async () => {
    const { output } = await check('--app', place.app(others, directory), '--json');
    const { contracts, retired } = JSON.parse(output);

    expect(contracts[0]).toMatchObject({
      ...{ source: 'shop.checkout', eventType: 'order.changed.v1', state: 'breaking' },
      ...{ compatibility: 'FULL_TRANSITIVE', policy: 'lenient', accepted: 2, lastVersion: 2 },
      breaks: [{ path: '/status', keyword: 'enum', breaks: 'an old consumer', versions: [1, 2] }],
    });
    expect(contracts[2]).toMatchObject({
      state: 'new',
      accepted: 0,
      lastVersion: null,
      breaks: [],
    });
    expect(retired[1]).toEqual({
      ...{ source: 'shop.checkout', eventType: 'order.old.v1' },
      folder: place.shown(directory, 'shop.checkout/order.old.v1'),
    });
  });

  it('takes another directory than that of the app', async () => {
    const app = place.app([event('order.placed.v1', broken)], place.directory());

    expect((await check('--app', app)).output).toContain('new ');
    expect((await check('--app', app, '--directory', directory)).output).toContain('breaking ');
  });

  const broke = place.directory({ 'shop.checkout/order.placed.v1/1.json': '{' });
  const one = [event('order.placed.v1', noted)];
  const merged = place.directory({
    'shop.checkout/order.placed.v1/1.json': '{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}\n',
  });
  const beside = place.directory({ 'shop.checkout/order.placed.v1/1.json': noted });

  it('takes the directory of an app that ran elsewhere', async () => {
    const app = place.app(one, basename(beside));

    expect(await check('--app', app, '--directory', beside)).toMatchObject({ code: 0 });
  });

  test.each([
    [
      'an app that ran elsewhere, whose versions would seem to be missing',
      () => ['--app', place.app(one, basename(beside))],
      `run this where the app runs, or give --directory ${beside}`,
    ],
    [
      'a version in which a merge left its conflict',
      () => ['--app', place.app(one, merged)],
      '1.json: a merge left its conflict there. Keep the version of the branch that is shipped',
    ],
    ['an app that is not there', () => ['--app', place.directory()], "manifest.json can't be read"],
    [
      'an app without contracts',
      () => ['--app', place.app([])],
      'no construct declares a contract',
    ],
    [
      'a directory that does not exist',
      () => ['--app', place.app(one), '--directory', 'nowhere'],
      '--directory nowhere does not exist: give the one where accepted versions are kept; ',
    ],
    ['no directory', () => ['--app', place.app(one)], 'set contractsDirectory in the app'],
    [
      'an unreadable version',
      () => ['--app', place.app(one), '--directory', broke],
      '1.json: no JSON',
    ],
    [
      'an event that is not declared',
      () => ['--app', place.app(one, broke), '--event', 'order.placd.v1'],
      'declares no event "order.placd.v1"; did you mean order.placed.v1?',
    ],
  ])('refuses %s', async (_name, args, message) => {
    const { code, output, errors } = await check(...args());

    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(message);
  });
});
