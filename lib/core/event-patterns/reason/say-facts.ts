import { joinOr, shorten } from './say';
import type { Facts } from './schema-facts';

/** What a schema allows, in words: `only "US" and "CA"`, `a text of at most 5 characters`. */
export function sayFacts({ values, leaves, object, array }: Facts): string {
  if (values !== undefined) {
    const listed = values.map((value) => shorten(JSON.stringify(value)));
    return listed.length === 0 ? 'nothing' : `only ${joinOr(listed, 'and')}`;
  }
  const { texts, numbers, keywords } = leaves;
  const kinds = [
    ...(texts === undefined ? [] : [sayTexts(texts)]),
    ...(numbers === undefined ? [] : [sayNumbers(numbers)]),
    ...(keywords.includes('true') ? ['true or false'] : []),
    ...(keywords.includes('null') ? ['null'] : []),
    ...(object ? ['an object'] : []),
    ...(array ? ['an array'] : []),
  ];
  return kinds.length === 0 ? 'nothing' : joinOr(kinds);
}

function sayTexts({ least, most, machines }: NonNullable<Facts['leaves']['texts']>): string {
  const lengths = [
    ...(least > 0 ? [`at least ${least}`] : []),
    ...(most < Infinity ? [`at most ${most}`] : []),
  ];
  const length = lengths.length === 0 ? '' : ` of ${lengths.join(' and ')} characters`;
  return `a text${length}${machines.length === 0 ? '' : ' of its "pattern"'}`;
}

function sayNumbers({ low, high, integer }: NonNullable<Facts['leaves']['numbers']>): string {
  const bounds = [
    ...(low > -Number.MAX_VALUE ? [`>= ${low}`] : []),
    ...(high < Number.MAX_VALUE ? [`<= ${high}`] : []),
  ];
  return [integer ? 'a whole number' : 'a number', bounds.join(' and ')].filter(Boolean).join(' ');
}
