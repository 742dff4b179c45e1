import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import {
  acceptedContracts,
  type ContractName,
  ContractsDirectoryError,
  countVersions,
  folderOf,
  readAcceptedVersions,
  writeVersion,
} from '../../../lib/core/contracts';

const root = mkdtempSync(join(tmpdir(), 'spillway-'));
const folder = (): string => mkdtempSync(join(root, 'contracts-'));

afterAll(() => rmSync(root, { recursive: true }));

const placed = { source: 'shop.checkout', eventType: 'order.placed.v1' };
const hostile: [string, ContractName][] = [
  ['a URL', { source: 'https://shop.example/x?y', eventType: 'order.placed.v1' }],
  ['the folder above', { source: '..', eventType: '../../order.v1' }],
  ['the folder itself', { source: '.', eventType: './.v1' }],
  ['a hidden folder', { source: '.git', eventType: '.v1' }],
  ['a dot at the end', { source: 'shop.', eventType: 'a.v1' }],
  ['an absolute path', { source: '/etc', eventType: 'C:\\order.v1' }],
  ['letters of everywhere', { source: 'b%C3%BCcher', eventType: 'bestellung-überfällig.注文.v1' }],
  ['half a character', { source: 'shop', eventType: '\ud800.v1' }],
  ['wildcards', { source: '*?<>|"', eventType: "it's(!)~.v1" }],
  ['a name of Object', { source: '__proto__', eventType: 'constructor.v1' }],
  [
    'the longest names',
    { source: `https://${'%2F'.repeat(82)}ab`, eventType: `${'注'.repeat(125)}.v1` },
  ],
];

describe('folderOf', () => {
  test.each<[string, ContractName, string]>([
    ['plain names', placed, 'shop.checkout/order.placed.v1'],
    ['a URL', hostile[0]?.[1] ?? placed, 'https%3A%2F%2Fshop.example%2Fx%3Fy/order.placed.v1'],
    ['the folder above', { source: '..', eventType: 'a.v1' }, '%2E%2E/a.v1'],
    ['a tilde', { source: '~shop', eventType: 'a.v1' }, '%7Eshop/a.v1'],
  ])('writes %s as a URI does', (_name, contract, expected) => {
    expect(folderOf('contracts', contract)).toBe(join('contracts', expected));
  });

  test.each(hostile)('stays two levels below the directory: %s', (_name, contract) => {
    const parts = resolve(folderOf(root, contract))
      .slice(root.length + 1)
      .split(sep);

    expect(parts).toHaveLength(2);
    expect(parts.filter((part) => part.length > 200 || !/^[\w%~-][\w%.~-]*$/.test(part))).toEqual(
      [],
    );
  });

  it('tells long names apart that begin alike', () => {
    const long = (end: string): string =>
      folderOf('contracts', { ...placed, source: 'a'.repeat(255) + end });

    expect(long('b')).not.toBe(long('c'));
    expect(long('b')).toBe(long('b'));
  });

  it('is another one for every other name', () => {
    const name = () => fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(name(), name(), (one, other) => {
        const [first, second] = [one, other].map((source) => folderOf('c', { ...placed, source }));
        expect(first === second).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });
});

describe('readAcceptedVersions', () => {
  const schema = { type: 'object', title: 'one' };

  test.each(hostile)('reads what writeVersion wrote: %s', (_name, contract) => {
    const directory = folder();
    const file = writeVersion(directory, contract, 1, schema);

    expect(readAcceptedVersions(directory, contract)).toEqual([{ version: 1, file, schema }]);
    expect(readAcceptedVersions(directory, placed)).toEqual([]);
  });

  it('gives versions in the order of their numbers, and passes other files over', () => {
    const directory = folder();
    for (const version of [10, 9, 1]) writeVersion(directory, placed, version, schema);
    for (const name of ['README.md', '2.json.orig', '11.json.77.tmp']) {
      writeFileSync(join(folderOf(directory, placed), name), '?');
    }

    expect(readAcceptedVersions(directory, placed).map(({ version }) => version)).toEqual([
      1, 9, 10,
    ]);
  });

  it('gives none where there is no directory', () => {
    expect(readAcceptedVersions(join(root, 'none'), placed)).toEqual([]);
  });

  it('reads a file that begins with a byte order mark', () => {
    const directory = folder();
    const file = writeVersion(directory, placed, 1, schema);
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`);

    expect(readAcceptedVersions(directory, placed)[0]?.schema).toEqual(schema);
  });

  test.each(['0.json', '01.json', 'v1.json', '1.2.json', '9999999999.json'])(
    'refuses %s',
    (name) => {
      const directory = folder();
      mkdirSync(folderOf(directory, placed), { recursive: true });
      writeFileSync(join(folderOf(directory, placed), name), '{}');

      expect(() => readAcceptedVersions(directory, placed)).toThrow(ContractsDirectoryError);
      expect(() => readAcceptedVersions(directory, placed)).toThrow(`${name}: no version`);
    },
  );

  it('refuses a version that is nested endlessly', () => {
    const directory = folder();
    const file = writeVersion(directory, placed, 1, schema);
    writeFileSync(file, `${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}`);

    expect(() => readAcceptedVersions(directory, placed)).toThrow('nested deeper than 200 levels');
  });
});

describe('countVersions', () => {
  it('counts files named as versions are, whatever is in them', () => {
    const directory = folder();
    const of = folderOf(directory, placed);
    mkdirSync(of, { recursive: true });
    const names = ['1.json', '3.json', '10.json', '999999999.json'];
    const others = ['0.json', '01.json', 'v1.json', '9999999999.json', '2.json.orig', 'README.md'];
    for (const name of [...names, ...others]) writeFileSync(join(of, name), '?');

    expect(countVersions(directory, placed)).toBe(4);
  });

  it('counts none where there is no folder, or a file in its place', () => {
    const directory = folder();
    writeFileSync(join(directory, placed.source), '');

    expect(countVersions(directory, placed)).toBe(0);
    expect(countVersions(join(root, 'none'), placed)).toBe(0);
  });
});

describe('writeVersion', () => {
  it('takes the place of a version as a whole, and leaves nothing beside it', () => {
    const directory = folder();
    writeVersion(directory, placed, 1, { title: 'one' });
    const file = writeVersion(directory, placed, 1, { title: 'two' });

    expect(readFileSync(file, 'utf8')).toBe('{\n  "title": "two"\n}\n');
    expect(readdirSync(folderOf(directory, placed))).toEqual(['1.json']);
  });

  it('leaves nothing where it fails', () => {
    const directory = folder();
    mkdirSync(join(folderOf(directory, placed), '1.json', 'full'), { recursive: true });

    expect(() => writeVersion(directory, placed, 1, {})).toThrow();
    expect(readdirSync(folderOf(directory, placed))).toEqual(['1.json']);
  });
});

describe('acceptedContracts', () => {
  it('gives every contract that has versions, by its name', () => {
    const directory = folder();
    const contracts = [placed, { source: 'https://shop.example/x?y', eventType: 'überfällig.v1' }];
    for (const contract of contracts) writeVersion(directory, contract, 1, {});
    writeFileSync(join(directory, 'README.md'), '');
    mkdirSync(join(directory, 'shop.checkout', 'empty'));
    mkdirSync(join(directory, '%zz', 'a.v1'), { recursive: true });
    writeFileSync(join(directory, '%zz', 'a.v1', '1.json'), '{}');

    expect(acceptedContracts(directory)).toEqual([
      { source: '%zz', eventType: 'a.v1', folder: join(directory, '%zz', 'a.v1') },
      ...contracts
        .map((contract) => ({ ...contract, folder: folderOf(directory, contract) }))
        .reverse(),
    ]);
  });

  it('gives none where there is no directory', () => {
    expect(acceptedContracts(join(root, 'none'))).toEqual([]);
    expect(existsSync(join(root, 'none'))).toBe(false);
  });
});
