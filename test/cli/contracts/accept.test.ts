import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../run';
import { Place } from './app';
import { broken, described, event, fields, noted } from './events';

describe('spillway contracts accept', () => {
  const place = new Place();
  const accept = (...args: string[]) => run(['contracts', 'accept', ...args]);
  const check = (...args: string[]) => run(['contracts', 'check', ...args]);

  beforeAll(() => place.enter());
  afterAll(() => place.remove());

  it('writes the first version, canonical, where nothing was accepted', async () => {
    const directory = join(place.directory(), 'contracts');
    const app = place.app([event('order.placed.v1', fields(['open']))], directory);

    expect(await accept('--app', app)).toEqual({
      code: 0,
      errors: '',
      output: `wrote ${place.shown(directory, 'shop.checkout/order.placed.v1/1.json')}\n`,
    });
    expect(place.files(directory)).toEqual({
      'shop.checkout/order.placed.v1/1.json': `{
  "properties": {
    "id": {
      "type": "string"
    },
    "status": {
      "enum": [
        "open"
      ]
    }
  },
  "type": "object"
}
`,
    });
    expect((await check('--app', app)).code).toBe(0);
  });

  it('writes the next version beside the accepted ones', async () => {
    const name = 'shop.checkout/order.placed.v1';
    const directory = place.directory({ [`${name}/9.json`]: fields(['open']) });
    const app = place.app([event('order.placed.v1', noted)], directory);
    const before = place.files(directory);
    await accept('--app', app);
    const after = place.files(directory);

    expect(Object.keys(after)).toEqual([`${name}/10.json`, `${name}/9.json`]);
    expect(after[`${name}/9.json`]).toBe(before[`${name}/9.json`]);
    expect(JSON.parse(after[`${name}/10.json`] ?? '')).toEqual(noted);
    expect((await check('--app', app)).code).toBe(0);
  });

  it('puts new words in the place of the last version', async () => {
    const name = 'shop.checkout/order.placed.v1/1.json';
    const directory = place.directory({ [name]: fields(['open']) });
    const app = place.app([event('order.placed.v1', described)], directory);
    const { output } = await accept('--app', app);
    const files = place.files(directory);

    expect(output).toBe(`wrote ${place.shown(directory, name)}\n`);
    expect(Object.keys(files)).toEqual([name]);
    expect(JSON.parse(files[name] ?? '')).toEqual(described);
    expect((await check('--app', app)).output).toContain('unchanged ');
  });

  it('refuses a breaking version, and writes the others', async () => {
    const directory = place.directory({
      'shop.checkout/order.placed.v1/1.json': fields(['open']),
    });
    const contracts = [event('order.placed.v1', broken), event('order.shipped.v1', noted)];
    const { code, output, errors } = await accept('--app', place.app(contracts, directory));

    expect(code).toBe(1);
    expect(output).toBe(
      `wrote ${place.shown(directory, 'shop.checkout/order.shipped.v1/1.json')}\n`,
    );
    expect(errors).toBe(
      'spillway: shop.checkout order.placed.v1 breaks accepted versions: npx spillway contracts check\n',
    );
    expect(Object.keys(place.files(directory))).toEqual([
      'shop.checkout/order.placed.v1/1.json',
      'shop.checkout/order.shipped.v1/1.json',
    ]);
  });

  it('writes only what is named', async () => {
    const directory = place.directory();
    const names = ['order.placed.v1', 'order.shipped.v1', 'order.cancelled.v1'];
    const app = place.app(
      names.map((name) => event(name, noted)),
      directory,
    );
    await accept('--app', app, '--event', 'order.placed.v1', '--event', 'order.cancelled.v1');

    expect(Object.keys(place.files(directory))).toEqual([
      'shop.checkout/order.cancelled.v1/1.json',
      'shop.checkout/order.placed.v1/1.json',
    ]);
  });

  it('says when there is nothing to accept', async () => {
    const app = place.app([event('order.placed.v1')], place.directory());

    expect(await accept('--app', app)).toEqual({
      ...{ code: 0, errors: '', output: 'Nothing to accept.\n' },
    });
  });

  it('gives what it wrote and refused as data', async () => {
    const directory = place.directory({
      'shop.checkout/order.placed.v1/1.json': fields(['open']),
    });
    const contracts = [event('order.placed.v1', broken), event('order.shipped.v1', noted)];
    const { output } = await accept('--app', place.app(contracts, directory), '--json');
    const file = place.shown(directory, 'shop.checkout/order.shipped.v1/1.json');

    expect(JSON.parse(output)).toEqual({
      written: [{ source: 'shop.checkout', eventType: 'order.shipped.v1', version: 1, file }],
      refused: [{ source: 'shop.checkout', eventType: 'order.placed.v1' }],
    });
  });

  it('makes a directory that it is given, and says so', async () => {
    const directory = relative('.', join(place.directory(), 'nowhere'));
    const app = place.app([event('order.placed.v1', noted)]);
    const args = ['--app', app, '--directory', directory];

    expect(await accept(...args)).toEqual({
      code: 0,
      output: `wrote ${directory}/shop.checkout/order.placed.v1/1.json\n`,
      errors: `spillway: ${directory} is a new directory\n`,
    });
    const later = place.app([event('order.shipped.v1', noted)]);
    expect(await accept('--app', later, '--directory', directory)).toEqual({
      code: 0,
      output: `wrote ${directory}/shop.checkout/order.shipped.v1/1.json\n`,
      errors: '',
    });
  });

  const elsewhere = (contractsDirectory: string, ...folders: string[]): string => {
    const folder = place.directory();
    for (const name of folders) mkdirSync(join(folder, name));
    const app = place.app([event('order.placed.v1', noted)], contractsDirectory);
    cpSync(app, join(folder, 'cdk.out'), { recursive: true });
    return relative('.', folder);
  };

  test.each([
    ['is not there', [], 'does not tell where that was: here it would be own'],
    ['is there', ['own'], 'and there is '],
  ])('refuses an app that ran elsewhere, whose directory %s', async (_, folders, message) => {
    const folder = elsewhere('own', ...folders);
    const { code, output, errors } = await accept('--app', `${folder}/cdk.out`);

    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(message);
    expect(errors).toContain(`or give --directory ${folder}/own\n`);
    expect(place.files('.')).not.toHaveProperty(['own/shop.checkout/order.placed.v1/1.json']);
    const given = await accept('--app', `${folder}/cdk.out`, '--directory', `${folder}/own`);
    expect(given.code).toBe(0);
    expect(Object.keys(place.files(join(folder, 'own')))).toEqual([
      'shop.checkout/order.placed.v1/1.json',
    ]);
  });

  it('says what is written where it fails half-way', async () => {
    const directory = place.directory();
    mkdirSync(join(directory, 'shop.checkout'));
    symlinkSync('nowhere', join(directory, 'shop.checkout/order.placed.v1'));
    const names = ['order.cancelled.v1', 'order.placed.v1', 'order.shipped.v1'];
    const contracts = names.map((name) => event(name, noted));
    const app = place.app(contracts, directory);
    const { code, output, errors } = await accept('--app', app);
    const shown = place.shown(directory, 'shop.checkout/order.cancelled.v1/1.json');

    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/can't be written to: EEXIST.*order\.placed\.v1/);
    expect(errors).toContain(`; written before: ${shown}\n`);
    expect(Object.keys(place.files(directory))).toEqual([
      'shop.checkout/order.cancelled.v1/1.json',
    ]);
  });

  it('leaves nothing behind where it can not write', async () => {
    const directory = place.directory({ 'shop.checkout/order.placed.v1/1.json/README.md': '' });
    const app = place.app(
      [event('order.shipped.v1', noted)],
      place.shown(directory, 'shop.checkout/order.placed.v1/1.json/README.md'),
    );
    const { code, errors } = await accept('--app', app);

    expect(code).toBe(2);
    expect(errors).toContain('README.md');
    expect(Object.keys(place.files(directory))).toEqual([
      'shop.checkout/order.placed.v1/1.json/README.md',
    ]);
  });
});
