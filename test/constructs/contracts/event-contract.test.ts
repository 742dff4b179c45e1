import { Aws } from 'aws-cdk-lib';
import { Compatibility, EventContract, TypedContract } from '../../../lib';

const valid = { source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' };

describe('EventContract', () => {
  it('says what an event is', () => {
    const schema = { type: 'object' };
    const contract = EventContract.of({ ...valid, summary: 'Somebody bought.', schema });
    expect(contract).toMatchObject({ ...valid, summary: 'Somebody bought.', schema });
  });

  test.each([
    ['no source', { source: undefined }, 'spillway:contract-source'],
    ['an empty source', { source: '' }, 'spillway:contract-source'],
    ['a source of AWS', { source: 'aws.ec2' }, 'spillway:contract-source'],
    ['a source with a space', { source: 'shop checkout' }, 'spillway:contract-source'],
    ['a source that is no URI reference', { source: 'shop|checkout' }, 'spillway:contract-source'],
    ['a source of 257 characters', { source: 'x'.repeat(257) }, 'spillway:contract-source'],
    ['no type', { eventType: undefined }, 'spillway:contract-event-type'],
    ['a type without a version', { eventType: 'order.placed' }, 'spillway:contract-event-type'],
    ['a type of version 0', { eventType: 'order.placed.v0' }, 'spillway:contract-event-type'],
    [
      'a type with a minor version',
      { eventType: 'order.placed.v1.2' },
      'spillway:contract-event-type',
    ],
    [
      'a type of 129 characters',
      { eventType: `${'x'.repeat(126)}.v1` },
      'spillway:contract-event-type',
    ],
    ['no owner', { owner: undefined }, 'spillway:contract-owner'],
    ['a blank owner', { owner: ' ' }, 'spillway:contract-owner'],
    ['a summary that is a number', { summary: 5 }, 'spillway:contract-summary'],
    ['an unknown compatibility', { compatibility: 'BACKWARDS' }, 'spillway:contract-compatibility'],
    ['a text for a yes or no', { strictCompatibility: 'no' }, 'spillway:contract-compatibility'],
    ['a schema that is a text', { schema: '{}' }, 'spillway:contract-schema'],
    ['a schema that is a list', { schema: [] }, 'spillway:contract-schema'],
  ])('refuses %s', (_name, wrong, id) => {
    const props = { ...valid, ...wrong } as unknown as Parameters<typeof EventContract.of>[0];
    expect(() => EventContract.of(props)).toThrow(`[${id}]`);
  });

  test.each([
    ['a source of 256 characters', { source: 'x'.repeat(256) }],
    ['a source that only starts like one of AWS', { source: 'awsome.shop' }],
    ['a source that is a URI', { source: 'https://shop.example/checkout' }],
    ['a type of 128 characters', { eventType: `${'x'.repeat(125)}.v1` }],
    ['a type of version 12', { eventType: 'order.placed.v12' }],
    ['an empty summary', { summary: '' }],
    ['a compatibility', { compatibility: Compatibility.BACKWARD, strictCompatibility: true }],
  ])('takes %s', (_name, right) => {
    expect(EventContract.of({ ...valid, ...right })).toMatchObject(right);
  });

  it('tells all that is wrong in one error', () => {
    const wrong = { source: 'aws.shop', eventType: 'placed', owner: '' };
    expect(() => EventContract.of(wrong)).toThrow(
      /^contract aws\.shop placed: 3 props are wrong:\n {2}- source: "aws\.shop" given.*\n {2}- eventType: "placed" given.*\n {2}- owner: "" given.*$/,
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s for the lack of what is required', (_name, props) => {
    expect(() => EventContract.of(props as unknown as typeof valid)).toThrow(
      /: 3 props are wrong:\n {2}- source: null given.*\n {2}- eventType: null given.*\n {2}- owner: null given/,
    );
  });

  it('says what a compatibility may be', () => {
    const props = { ...valid, compatibility: 'BACKWARDS' as Compatibility };
    expect(() => EventContract.of(props)).toThrow(
      'compatibility: "BACKWARDS" given; a contract knows BACKWARD, BACKWARD_TRANSITIVE, FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE. ',
    );
  });

  describe('where', () => {
    const contract = EventContract.of(valid);

    it('keeps the pattern about the data', () => {
      const filter = contract.where({ total: [{ numeric: ['>', 1] }] });
      expect(filter.contract).toBe(contract);
      expect(filter.pattern).toEqual({ total: [{ numeric: ['>', 1] }] });
      expect(contract.all().pattern).toBeUndefined();
    });

    it('takes an empty pattern for every event', () => {
      expect(contract.where({})).toEqual(contract.all());
    });

    it("takes Python's None in a list for null, at any depth", () => {
      const { pattern } = contract.where({ note: [undefined], lines: { sku: [undefined, 'x'] } });
      expect(pattern).toEqual({ note: [null], lines: { sku: [null, 'x'] } });
    });

    it('refuses an endless pattern', () => {
      const endless: Record<string, unknown> = {};
      endless.again = endless;
      expect(() => contract.where(endless)).toThrow('spillway:filter');
    });

    test.each([
      ['an empty list', { total: [] }],
      ['a bare value', { total: 1 }],
      ['an unknown operator', { total: [{ bigger: 1 }] }],
      ['two operators in one matcher', { id: [{ prefix: 'a', suffix: 'b' }] }],
      ['bounds that no number is between', { total: [{ numeric: ['>', 5, '<', 3] }] }],
      ['a wildcard with two stars in a row', { id: [{ wildcard: 'a**' }] }],
      ['an $or of one alternative', { $or: [{ total: [1] }] }],
      ['a field that CDK drops', { total: { ['__proto__']: [1] } }],
    ])('refuses %s, with the contract and the reason', (_name, pattern) => {
      expect(() => contract.where(pattern)).toThrow(
        /^contract shop\.checkout order\.placed\.v1: one prop is wrong:\n {2}- where: .+ \[spillway:filter\]$/,
      );
    });

    it('refuses alternatives of which EventBridge would drop one', () => {
      const overlapping = { $or: [{ country: ['US', 'CA'] }, { country: ['CA', 'MX'] }] };
      expect(() => contract.where(overlapping)).toThrow(
        /where: an alternative on country that overlaps an earlier one.+\[spillway:filter-overlap\]$/,
      );
      expect(() =>
        contract.where({ $or: [{ country: ['US'] }, { country: ['MX'] }] }),
      ).not.toThrow();
    });

    it('judges no pattern with a value that is known only when deployed', () => {
      expect(() => contract.where({ region: [Aws.REGION] })).not.toThrow();
    });
  });
});

describe('TypedContract', () => {
  it('is an EventContract to every construct', () => {
    const contract = TypedContract.define<{ total: number }>(valid);
    expect(contract).toBeInstanceOf(EventContract);
    expect(contract.where({ total: [1] }).pattern).toEqual({ total: [1] });
  });

  it('refuses what an EventContract refuses', () => {
    expect(() => TypedContract.define<object>({ ...valid, eventType: 'placed' })).toThrow(
      'spillway:contract-event-type',
    );
  });
});
