import { shopOf } from '../../benchmarks/shop';
import { countsOf, perSubscription, synthesise } from '../../benchmarks/sides';

describe('the sides of the benchmark', () => {
  it('make the same types of resources and equally many of each, over several stacks too', () => {
    for (const shop of [shopOf(10), { stacks: [['1', '2'], ['3']] }]) {
      expect(countsOf(synthesise('spillway', shop))).toEqual(countsOf(synthesise('raw', shop)));
    }
  });

  it('make of a subscription of ours five resources', () => {
    expect(perSubscription('spillway').resources).toBe(5);
  });
});
