import {
  type Budget,
  OutOfSteps,
  spend,
  within,
} from '../../../../lib/core/event-patterns/reason/budget';

describe('spend', () => {
  test('refuses the step that is not left', () => {
    const budget: Budget = { left: 2 };
    spend(budget, 2);

    expect(() => spend(budget, 1)).toThrow(OutOfSteps);
  });
});

describe('within', () => {
  test('takes the steps of a part from the whole, also of a part that gave up', () => {
    const budget: Budget = { left: 100 };

    expect(within(budget, 60, (part) => spend(part, 40) ?? 'done')).toBe('done');
    expect(budget.left).toBe(60);
    expect(within(budget, 10, (part) => spend(part, 11) ?? 'done')).toBeUndefined();
    expect(budget.left).toBe(50);
  });

  test('gives a part no more steps than are left', () => {
    expect(within({ left: 5 }, 60, (part) => part.left)).toBe(5);
  });

  test('lets other errors pass', () => {
    const work = () => {
      throw new TypeError('no');
    };

    expect(() => within({ left: 5 }, 5, work)).toThrow(TypeError);
  });
});
