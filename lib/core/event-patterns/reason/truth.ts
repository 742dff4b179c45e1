/** Truth in three values: true, false, or in words what keeps it open. */
export type Truth = boolean | string;

export function allOf<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) {
      return false;
    }
    result = result === true ? truth : result;
  }
  return result;
}

export function not(truth: Truth): Truth {
  return typeof truth === 'string' ? truth : !truth;
}

export function anyOf<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  return not(allOf(items, (item) => not(holds(item))));
}

/** Whether so many of the items hold, both ends inside. */
export function countOf<T>(
  items: Iterable<T>,
  holds: (item: T) => Truth,
  least: number,
  most: number,
): Truth {
  const truths = Array.from(items, holds);
  const sure = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => typeof truth === 'string');
  if (sure > most || sure + open.length < least) {
    return false;
  }
  return (sure >= least && sure + open.length <= most) || (open[0] ?? false);
}
