import { coreRules } from '../../../lib/core/cloudevents/attribute-rules';
import {
  type EnvelopeAttribute,
  envelopeAttributes,
  envelopeProperties,
  requiredMembers,
} from '../../../lib/core/cloudevents/envelope-attributes';
import published from '../../constructs/producers/data/cloudevents.json';

const all: readonly EnvelopeAttribute[] = envelopeAttributes;
const extensions = ['partitionkey', 'traceparent'];
const core = all.filter(({ name }) => !extensions.includes(name));

describe('envelopeAttributes', () => {
  it('are those of the specification, which requires the same of them', () => {
    const { properties, required } = published;
    const members = Object.keys(properties).filter((name) => !/^data(_base64)?$/.test(name));
    const isRequired = core.filter((one) => one.required).map(({ name }) => name);

    expect(core.map(({ name }) => name).sort()).toEqual(members.sort());
    expect(isRequired.sort()).toEqual([...required].sort());
  });

  it('are those that a strict reader checks', () => {
    const rules = [...coreRules].map(([name, { required }]) => [name, required]);

    expect(core.map(({ name, required }) => [name, required])).toEqual(rules);
  });
});

describe('requiredMembers', () => {
  it('have the data, which every event here has', () => {
    expect(requiredMembers).toEqual(['specversion', 'id', 'source', 'type', 'data']);
  });
});

describe('envelopeProperties', () => {
  it('hold an event to its contract, and say what each attribute is', () => {
    const properties = envelopeProperties({
      source: 'shop.checkout',
      eventType: 'order.placed.v1',
    });

    expect(properties).toMatchObject({
      specversion: { type: 'string', enum: ['1.0'], description: 'Version of CloudEvents.' },
      source: { type: 'string', enum: ['shop.checkout'] },
      type: { type: 'string', enum: ['order.placed.v1'] },
      id: { type: 'string', minLength: 1, description: 'Names the event within its source.' },
      time: { type: 'string', format: 'date-time' },
      traceparent: { type: 'string', description: 'Trace context of the producer.' },
    });
    expect(properties['source']).not.toHaveProperty('minLength');
  });
});
