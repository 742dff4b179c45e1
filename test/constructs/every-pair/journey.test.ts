import { everyPair, type Pair } from './axes';
import { byArn } from './handed-over';
import { expected, journey, order, route } from './journey';
import { refusalOf } from './refused';
import { shopOf, templatesOf } from './shop';

const built = everyPair.filter(
  (pair) => !refusalOf(pair) && pair.place === 'another stack' && pair.encryption !== 'SSE-SQS',
);
const named = (pairs: readonly Pair[]) =>
  pairs.map((pair) => [`${pair.channel}, ${pair.delivery}`, pair] as const);

const filtering = named(built.filter(({ channel }) => !channel.endsWith('WorkQueue')));
const piped = named(built.filter(({ delivery }) => delivery.startsWith('one at a time')));

describe('an event that no filter takes', () => {
  it.each(filtering)('goes nowhere by %s', (_name, pair) => {
    const sent = { event: order('CA', 'C-1'), messageGroupId: 'C-1' };
    const routed = route(templatesOf(shopOf(pair)), pair.channel, sent);
    expect(routed.unmatched).toBe(true);
    expect(journey(routed, sent).verdicts).toEqual(['filtered']);
  });
});

/** The key of another app, told by its ARN, is in no template: whether it is open can't be told. */
const byTheirArn = everyPair.filter(
  (pair) => !refusalOf(pair) && pair.place === 'another app' && pair.encryption === 'SSE-SQS',
);

describe('an event of an app that was told the ARNs of another', () => {
  it.each(named(byTheirArn))('gets from producer to consumer by %s', (_name, pair) => {
    const templates = templatesOf(shopOf(pair, { handOver: byArn }));
    const { sent, journey: planned } = expected(pair);
    // The ARNs that were told are literal: they name their partition.
    expect(journey(route(templates, pair.channel, sent, 'aws'), sent)).toEqual(planned);
  });
});

describe('an event without a key', () => {
  it.each(piped)('is set aside by %s before its order', (_name, pair) => {
    const sent = { event: order('US') };
    const routed = route(templatesOf(shopOf(pair)), pair.channel, sent);
    const { verdicts } = journey(routed, sent);
    expect(verdicts.filter((verdict) => verdict !== 'delivered')).toEqual(['deadLettered']);
    expect(verdicts.at(-1)).toBe('deadLettered');
  });
});
