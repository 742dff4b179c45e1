import fc from 'fast-check';
import { Flow } from '../../../lib/analysis';
import { environment, order, shopTemplate } from './shop-template';

/** The ways to every value within a template. */
function waysIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [way];
  const deeper = Object.entries(value).flatMap(([name, inner]) => waysIn(inner, [...way, name]));
  return [way, ...deeper];
}

function replaceAt(value: unknown, [name, ...rest]: string[], by: unknown): unknown {
  if (name === undefined) return by;
  const inner = (value as { [field: string]: unknown })[name];
  const changed = replaceAt(inner, rest, by);
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === name ? changed : item));
  return { ...(value as object), [name]: changed };
}

const template = JSON.parse(JSON.stringify(shopTemplate()));
const way = fc.constantFrom(...waysIn(template).filter(({ length }) => length > 0));
const intrinsic = fc.constantFrom(
  'Ref',
  'Fn::GetAtt',
  'Fn::Join',
  'Fn::Sub',
  'Fn::Split',
  'Fn::If',
);
const odd = fc.oneof(
  fc.jsonValue(),
  fc.tuple(intrinsic, fc.jsonValue()).map(([name, argument]) => ({ [name]: argument })),
  fc.constantFrom('⟨Shop/Queue⟩', '${a}', '*', 'Queue', '__proto__', 'AWS::NoValue'),
);

describe('Flow of any template', () => {
  it('answers for every template in which one value is replaced', () => {
    const verdicts = ['matched', 'filtered', 'unknown', 'delivered', 'deadLettered', 'lost'];
    const answers = fc.property(way, odd, (at, value) => {
      const changed = replaceAt(template, at, value) as object;
      const flow = Flow.of({ Shop: changed }, environment);
      for (const { arn } of flow.channels) {
        for (const hop of flow.route(order, { channel: arn }).hops) {
          expect(verdicts).toContain(hop.verdict);
        }
      }
    });
    fc.assert(answers, { numRuns: 1000 });
  });
});
