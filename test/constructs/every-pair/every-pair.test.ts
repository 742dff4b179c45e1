import { everyPair, type Pair, pairName } from './axes';
import { type Budget, budgetOf } from './budgets';
import { expected, journey, route } from './journey';
import { onKeys, withoutKey } from './key-use';
import { policyRules } from './policy-rules';
import { refusalOf } from './refused';
import { people, shopOf, type TemplateOf, templatesOf } from './shop';

const named = (pairs: readonly Pair[]) => pairs.map((pair) => [pairName(pair), pair] as const);
const allowed = named(everyPair.filter((pair) => !refusalOf(pair)));
const refused = named(everyPair.filter(refusalOf));

const ofPeople = new RegExp(`^(${people.join('|')})(DefaultPolicy)?[0-9A-F]{8}$`);

function countsIn(templates: readonly TemplateOf[]): Budget {
  const counts: Record<string, number> = {};
  for (const { Resources } of templates) {
    for (const [id, { Type }] of Object.entries(Resources)) {
      if (!ofPeople.test(id)) counts[Type] = (counts[Type] ?? 0) + 1;
    }
  }
  return counts;
}

describe('every pair of a channel and a subscription', () => {
  it('is either built or refused', () => {
    expect([allowed.length, refused.length]).toEqual([132, 48]);
  });

  describe.each(allowed)('%s', (_name, pair) => {
    const templates = templatesOf(shopOf(pair));
    const all = Object.values(templates);

    it('has the resources that are budgeted', () => {
      expect(countsIn(all)).toEqual(budgetOf(pair));
    });

    it.each(policyRules)('obeys that $name', ({ violations }) => {
      expect(all.flatMap(violations)).toEqual([]);
    });

    it('opens the key to whoever uses what stands under it, and has no word on keys without one', () => {
      const found = pair.encryption === 'SSE-SQS' ? all.flatMap(onKeys) : all.flatMap(withoutKey);
      expect(found).toEqual([]);
    });

    it('takes an order from the producer to the consumer', () => {
      const { sent, journey: planned } = expected(pair);
      expect(journey(route(templates, pair.channel, sent), sent)).toEqual(planned);
    });
  });

  it.each(refused)('refuses %s, citing the limit and what can', (_name, pair) => {
    const [limit, fix] = refusalOf(pair) ?? [];
    expect(() => shopOf(pair)).toThrow(limit);
    expect(() => shopOf(pair)).toThrow(fix);
  });
});
