import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeValidators } from '../../examples/write-validators';
import { EventContract } from '../../lib';

describe('writeValidators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-validators-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes a module that validates, for each contract with a schema', () => {
    const shop = { source: 'shop.checkout', owner: 'checkout' };
    const schema = {
      type: 'object',
      required: ['total'],
      properties: { total: { type: 'number' } },
    };
    const placed = EventContract.of({ ...shop, eventType: 'order.placed.v1', schema });
    const viewed = EventContract.of({ ...shop, eventType: 'order.viewed.v1' });
    writeValidators([placed, viewed], folder);
    expect(readdirSync(folder)).toEqual(['order.placed.v1.cjs', 'order.placed.v1.d.cts']);
    const { validate, problemsOf } = require(join(folder, 'order.placed.v1.cjs'));
    expect(validate({ total: 2 })).toBe(true);
    expect(validate({ total: '2' })).toBe(false);
    expect(problemsOf({ total: '2' })).toEqual([{ path: '/total', problem: 'must be a number' }]);
  });
});
