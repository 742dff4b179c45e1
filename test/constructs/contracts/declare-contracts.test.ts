import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack, Stage, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { Compatibility, EventContract, type EventContractProps } from '../../../lib';
import { declareContracts } from '../../../lib/constructs/contracts';

const text = { type: 'string' };
const order = (status: string[], more: object = {}): object => ({
  ...{ type: 'object', properties: { id: text, status: { enum: status } } },
  ...more,
});

describe('declareContracts', () => {
  const root = mkdtempSync(join(tmpdir(), 'spillway-'));

  afterAll(() => rmSync(root, { recursive: true }));

  const contract = (props: Partial<EventContractProps> = {}): EventContract =>
    EventContract.of({
      ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
      ...props,
    });
  /** A contracts directory that holds these files, by their paths. */
  const directory = (files: Record<string, unknown> = {}): string => {
    const folder = mkdtempSync(join(root, 'contracts-'));
    for (const [name, value] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      const written = typeof value === 'string' ? value : JSON.stringify(value);
      writeFileSync(join(folder, name), written);
    }
    return folder;
  };
  const accepted = (...schemas: object[]): string =>
    directory(
      Object.fromEntries(
        schemas.map((schema, at) => [`shop.checkout/order.placed.v1/${at + 1}.json`, schema]),
      ),
    );
  const declared = (folder: string, ...contracts: EventContract[]): Stack => {
    const stack = new Stack(new App(), 'Shop');
    declareContracts(new Construct(stack, 'Orders'), contracts, folder);
    return stack;
  };
  const errors = (stack: Stack): string[] =>
    Annotations.fromStack(stack)
      .findError('*', Match.anyValue())
      .map(({ entry }) => String(entry.data));
  const warnings = (stack: Stack): string[] =>
    Annotations.fromStack(stack)
      .findWarning('*', Match.anyValue())
      .map(({ entry }) => String(entry.data));

  it('says nothing of a contract that is as it was accepted', () => {
    const stack = declared(accepted(order(['open'])), contract({ schema: order(['open']) }));

    expect([...errors(stack), ...warnings(stack)]).toEqual([]);
  });

  it('fails the synth where a contract breaks its accepted versions, and says what breaks whom', () => {
    const folder = accepted(order(['open']), order(['open']), order(['open', 'paid']));
    const schema = order(['open', 'paid', 'void'], { required: ['id'] });
    const [error = '', ...others] = errors(declared(folder, contract({ schema })));

    expect(others).toEqual([]);
    expect(error).toContain(
      'contracts: shop.checkout order.placed.v1 breaks what was accepted in ',
    );
    expect(error).toContain('/shop.checkout/order.placed.v1 (FULL_TRANSITIVE, lenient):\n');
    expect(error).toContain(
      '\n  - /id (required): the new schema wants it, the old one may leave it out; breaks a replayed old event of versions 1 to 3\n',
    );
    expect(error).toMatch(
      /\n {2}- \/status \(enum\): the old schema .*"void".*; breaks an old consumer of version 3\n/,
    );
    expect(error).toContain(
      'Undo the change, or leave order.placed.v1 as it is and declare order.placed.v2 beside it.',
    );
    Annotations.fromStack(declared(folder, contract({ schema }))).hasError(
      '/Shop/Orders',
      Match.stringLikeRegexp('spillway:contract-breaking'),
    );
  });

  test.each([
    [Compatibility.BACKWARD, 'breaks a replayed old event of version 2', 'an old consumer'],
    [Compatibility.FORWARD, 'breaks an old consumer of version 2', 'a replayed old event'],
    [Compatibility.FORWARD_TRANSITIVE, 'of versions 1 and 2', 'a replayed old event'],
  ])('asks what %s asks', (compatibility, wanted, unwanted) => {
    const folder = accepted(order(['open']), order(['open']));
    const schema = order(['open', 'void'], { required: ['id'] });
    const [error = ''] = errors(declared(folder, contract({ schema, compatibility })));

    expect(error).toContain(wanted);
    expect(error).not.toContain(unwanted);
  });

  it('lets an optional field be added, unless a writer may emit anything', () => {
    const folder = accepted(order(['open']));
    const { properties } = order(['open']) as { properties: object };
    const schema = { ...order(['open']), properties: { ...properties, note: text } };

    expect(errors(declared(folder, contract({ schema })))).toEqual([]);
    expect(errors(declared(folder, contract({ schema, strictCompatibility: true })))).toEqual([
      expect.stringContaining('/note'),
    ]);
  });

  it('warns of a version that is not accepted yet', () => {
    const { properties } = order(['open']) as { properties: object };
    const schema = { ...order(['open']), properties: { ...properties, note: text } };
    const [news = ''] = warnings(declared(directory(), contract({ schema })));
    const [another = ''] = warnings(declared(accepted(order(['open'])), contract({ schema })));

    expect(news).toContain('shop.checkout order.placed.v1 has no accepted version in ');
    expect(news).toContain('npx spillway contracts accept');
    expect(news).toContain('spillway:contract-unaccepted');
    expect(another).toContain('order.placed.v1 differs from version 1 in ');
  });

  it('warns of all contracts where there is no directory yet', () => {
    const stack = declared(join(root, 'none'), contract({ schema: order(['open']) }));

    expect(warnings(stack)).toHaveLength(1);
    expect(errors(stack)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ['its order', { ...order(['open']), title: 'a' }, { title: 'a', ...order(['open']) }],
    ['a description', { ...order(['open']), description: 'a' }, order(['open'])],
    [
      'the name of a definition',
      { $ref: '#/$defs/a', $defs: { a: order(['open']) } },
      { $ref: '#/$defs/b', $defs: { b: order(['open']) } },
    ],
  ])('says nothing where only %s changed', (_name, older, schema) => {
    const stack = declared(accepted(older), contract({ schema }));

    expect([...errors(stack), ...warnings(stack)]).toEqual([]);
  });

  it('says nothing of a contract without a schema, unless it had one', () => {
    const stack = declared(directory(), contract());

    expect([...errors(stack), ...warnings(stack)]).toEqual([]);
    expect(errors(declared(accepted(order(['open'])), contract()))).toEqual([
      expect.stringContaining(
        'the old schema describes the data, the new contract has no schema; breaks an old consumer of version 1',
      ),
    ]);
  });

  it('holds no contract against anything without a directory', () => {
    const stack = new Stack(new App(), 'Shop');
    declareContracts(stack, [contract({ schema: order(['open']) })]);

    expect([...errors(stack), ...warnings(stack)]).toEqual([]);
  });

  it('tells a break once a stack, and in every stack, and compares once', () => {
    const folder = accepted(order(['open']));
    const breaking = contract({ schema: order(['void']) });
    const app = new App();
    const [shop, prod] = [new Stack(app, 'Shop'), new Stack(new Stage(app, 'Prod'), 'Shop')];
    const declare = (stack: Stack): void => {
      declareContracts(new Construct(stack, 'Orders'), [breaking], folder);
      declareContracts(new Construct(stack, 'Registry'), [breaking], `${folder}/`);
    };
    declare(shop);
    rmSync(folder, { recursive: true });
    declare(prod);

    expect(errors(shop)).toHaveLength(1);
    expect(errors(prod)).toHaveLength(1);
  });

  it('tells five breaks, and how many more there are', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const fields = Object.fromEntries(names.map((name) => [name, text]));
    const folder = accepted({ type: 'object', properties: fields });
    const schema = { type: 'object', properties: fields, required: names };
    const [error = ''] = errors(declared(folder, contract({ schema })));

    expect(error.match(/\n {2}- \//g)).toHaveLength(5);
    expect(error).toContain('  - and 2 more: npx spillway contracts check tells all');
  });

  it('tells a value that looks like a token', () => {
    const folder = accepted(order(['open', '${Token[TOKEN.1]}']));

    expect(errors(declared(folder, contract({ schema: order(['open']) })))).toEqual([
      expect.stringContaining('$Token[TOKEN.1]'),
    ]);
  });

  const version = 'shop.checkout/order.placed.v1/1.json';

  test.each<[string, () => string, string]>([
    [
      'a file for the directory',
      () => join(directory({ file: '' }), 'file'),
      'a file where a folder',
    ],
    [
      'a version in which a merge left its conflict',
      () => directory({ [version]: '<<<<<<< HEAD' }),
      '1.json: a merge left its conflict there',
    ],
    [
      'a version that is a list',
      () => directory({ [version]: [] }),
      '1.json: Schema: [] is no object',
    ],
    [
      'a version that is no schema',
      () => directory({ [version]: { properties: { id: { type: 'strnig' } } } }),
      '1.json: Schema, /properties/id/type',
    ],
    [
      'a version of an unknown draft',
      () => directory({ [version]: { $schema: 'https://shop.example/draft' } }),
      '1.json: Schema, /$schema',
    ],
    [
      'a name that is no version',
      () => directory({ 'shop.checkout/order.placed.v1/v1.json': {} }),
      'v1.json: no version: name it 1.json',
    ],
    [
      'a folder for a version',
      () => directory({ [`${version}/README.md`]: '' }),
      '1.json: a folder where the file of a version belongs',
    ],
  ])('fails the synth at %s', (_name, folder, message) => {
    const [error = ''] = errors(declared(folder(), contract({ schema: order(['open']) })));

    expect(error).toContain('contractsDirectory: ');
    expect(error).toContain(message);
    expect(error).toContain('spillway:contracts-directory');
  });

  it('tells what is wrong with the directory once, however many contracts there are', () => {
    const folder = join(directory({ file: '' }), 'file');
    const others = ['order.shipped.v1', 'order.cancelled.v1'].map((eventType) =>
      contract({ eventType, schema: order(['open']) }),
    );

    expect(errors(declared(folder, ...others))).toHaveLength(1);
  });

  test.each([
    ['', '"" given'],
    [' ', '" " given'],
    [Token.asString({ Ref: 'Folder' }), 'a value known only when deployed given'],
    [3 as unknown as string, '3 given'],
  ])('refuses %j for a directory', (folder, message) => {
    expect(() => declared(folder, contract())).toThrow(
      `contractsDirectory: ${message}; a contracts directory is a folder of your repository`,
    );
  });

  it('reads the accepted version with the highest number last, gaps and all', () => {
    const files = { 2: order(['open']), 10: order(['open', 'paid']) };
    const folder = directory(
      Object.fromEntries(
        Object.entries(files).map(([at, schema]) => {
          return [`shop.checkout/order.placed.v1/${at}.json`, schema];
        }),
      ),
    );
    const compatibility = Compatibility.FORWARD;
    const schema = order(['open', 'paid', 'void']);

    expect(errors(declared(folder, contract({ schema, compatibility })))).toEqual([
      expect.stringContaining('breaks an old consumer of version 10'),
    ]);
  });
});
