import { Duration, Lazy } from 'aws-cdk-lib';
import fc from 'fast-check';
import { OnPoison } from '../../../lib';
import { receivesOf } from '../../../lib/constructs/queues/receives';

const fortnight = Duration.days(14);
const half = Duration.seconds(30);

describe('receivesOf', () => {
  test.each<[string, Parameters<typeof receivesOf>[0], number]>([
    ['5, where nothing is said', { retention: fortnight, visibilityTimeout: half }, 5],
    [
      'what was said',
      { retention: fortnight, visibilityTimeout: half, maxReceiveCount: 1000 },
      1000,
    ],
    [
      '1,000 of an event that is held for 8 hours 20 minutes by it',
      { onPoison: OnPoison.HOLD, retention: fortnight, visibilityTimeout: half },
      1000,
    ],
    [
      '1,000 at the longest visibility timeout that has room for them in 7 days',
      {
        onPoison: OnPoison.HOLD,
        retention: fortnight,
        visibilityTimeout: Duration.seconds(604),
      },
      1000,
    ],
    [
      'fewer above it: 112 of a function of 15 minutes, hidden for six times that',
      { onPoison: OnPoison.HOLD, retention: fortnight, visibilityTimeout: Duration.minutes(90) },
      112,
    ],
    [
      'one, where the visibility timeout is longer than the retention',
      {
        onPoison: OnPoison.HOLD,
        retention: Duration.minutes(1),
        visibilityTimeout: Duration.hours(12),
      },
      1,
    ],
    [
      '1,000 without a visibility timeout',
      { onPoison: OnPoison.HOLD, retention: fortnight, visibilityTimeout: Duration.seconds(0) },
      1000,
    ],
    [
      '1,000 where a duration is known only when deployed',
      {
        onPoison: OnPoison.HOLD,
        retention: fortnight,
        visibilityTimeout: Duration.seconds(Lazy.number({ produce: () => 30 })),
      },
      1000,
    ],
  ])('is %s', (_, settings, receives) => {
    expect(receivesOf(settings)).toBe(receives);
  });

  it('for every retention and visibility timeout holds an event for no more than half, and at least once', () => {
    const seconds = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(seconds(60, 1_209_600), seconds(0, 43_200), (kept, hidden) => {
        const receives = receivesOf({
          onPoison: OnPoison.HOLD,
          retention: Duration.seconds(kept),
          visibilityTimeout: Duration.seconds(hidden),
        });
        expect(Number.isInteger(receives) && receives >= 1 && receives <= 1000).toBe(true);
        if (receives > 1) expect(receives * hidden).toBeLessThanOrEqual(kept / 2);
        if (receives < 1000) expect((receives + 1) * hidden).toBeGreaterThan(kept / 2);
      }),
    );
  });
});
