import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { EventContract, SchemaRegistry } from '../../../lib';
import { stack } from '../../support/stacks';

const schema = { type: 'object' };
const contract = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
  schema,
});

describe('SchemaRegistry, near the 100 versions that a schema takes', () => {
  const directory = mkdtempSync(join(tmpdir(), 'versions-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A directory with so many accepted versions, and a file that is none. */
  function accepted(many: number): string {
    const folder = join(directory, String(many), 'shop.checkout', 'order.placed.v1');
    mkdirSync(folder, { recursive: true });
    for (let version = 1; version <= many; version += 1) {
      writeFileSync(join(folder, `${version}.json`), JSON.stringify(schema));
    }
    writeFileSync(join(folder, 'README.md'), '');
    return join(directory, String(many));
  }

  const warningsFor = (contractsDirectory?: string) => {
    const of = stack();
    new SchemaRegistry(of, 'Schemas', { contracts: [contract], contractsDirectory });
    return Annotations.fromStack(of).findWarning(
      '/Stack/Schemas',
      Match.stringLikeRegexp('spillway:many-schema-versions'),
    );
  };

  it('warns at 90 accepted versions', () => {
    const [warning] = warningsFor(accepted(90));
    expect(warning?.entry.data).toContain(
      'contracts: 90 versions of shop.checkout order.placed.v1 accepted; a schema takes 100 versions',
    );
  });

  test.each([
    ['89 versions', () => accepted(89)],
    ['no folder', () => join(directory, 'none')],
    ['no directory', () => undefined],
  ])('does not warn at %s', (_, of) => {
    expect(warningsFor(of())).toEqual([]);
  });
});
