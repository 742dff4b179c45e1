import { landmark } from './lots';
import { manyExact, manyMixed } from './many-rules';

/** Patterns as JSON texts, by the name of the rule. */
export type Rules = ReadonlyMap<string, string>;

export interface RuleSet {
  readonly name: string;
  readonly rules: Rules;
}

type Pattern = { readonly [field: string]: unknown };

const property = (name: string, matcher: unknown): Pattern => ({
  properties: { [name]: [matcher] },
});
const mapLot = (matcher: unknown) => property('MAPBLKLOT', matcher);
const street = (matcher: unknown) => property('STREET', matcher);
const ofType = (type: string, place: string, matcher: unknown): Pattern => ({
  geometry: { type: [type], [place]: matcher },
});
const numeric = (...range: unknown[]) => [{ numeric: range }];
const at = (place: string, axis: string, range: readonly unknown[]): Pattern => ({
  geometry: { [place]: { [axis]: range } },
});

/** Half of all lots are on one side of the first, six in ten between the others. */
const middle = -117.159;
const between = [-117.222, -117.144] as const;

const ranges = (place: string): Pattern[] => [
  ofType('Polygon', place, { x: numeric('=', landmark.x) }),
  at(place, 'x', numeric('<', middle)),
  at(place, 'x', numeric('>', middle)),
  at(place, 'x', numeric('>', between[0], '<', between[1])),
];

const anythingBut = (
  wrap: (text: string) => unknown,
  texts: readonly [street: string, other: string, type: string, shape: string, house: string],
): Pattern[] => {
  const but = (text: string) => ({ 'anything-but': wrap(text) });
  const [first, second, type, shape, house] = texts;
  return [
    street(but(first)),
    street(but(second)),
    property('ST_TYPE', but(type)),
    { geometry: { type: [but(shape)] } },
    property('FROM_ST', but(house)),
  ];
};

const ignoringCase = (text: string) => ({ 'equals-ignore-case': text });
const wildcards = ['178*', '4*1*2*7', '*238', '5*8*4', 'QU*DE'];
const prefixes = ['IV', 'CH', 'ZE', 'JA', 'PLY'];
const suffixes = ['TON', 'EL', 'RREL', 'ING', 'NER'];

/** The kinds that event-ruler's own benchmark measures, five rules each. */
export const families: Readonly<Record<string, readonly Pattern[]>> = {
  exact: ['1780035', '4416127', '4416238', '5180044', 'QUAYSIDE'].map(mapLot),
  prefix: prefixes.map((prefix) => street({ prefix })),
  suffix: suffixes.map((suffix) => street({ suffix })),
  'equals-ignore-case': [
    ...['harbor', 'tHiStLe', 'OrChard', 'PLYMOUTH'].map((text) => street(ignoringCase(text))),
    property('ST_TYPE', ignoringCase('st')),
  ],
  wildcard: wildcards.map((wildcard) => mapLot({ wildcard })),
  numeric: [
    ...ranges('firstCoordinates'),
    ofType('MultiPolygon', 'firstCoordinates', { z: numeric('=', 0) }),
  ],
  'anything-but': anythingBut((text) => [text], ['JASMINE', 'MULBERRY', 'ST', 'Polygon', '721']),
  'complex-arrays': [
    ...ranges('coordinates'),
    ofType('MultiPolygon', 'coordinates', { y: numeric('=', landmark.y) }),
  ],
  'prefix-ignore-case': ['Iv', 'cH', 'zE', 'Ja', 'pLy'].map((prefix) =>
    street({ prefix: ignoringCase(prefix) }),
  ),
  'suffix-ignore-case': ['tOn', 'El', 'rrEL', 'InG', 'neR'].map((suffix) =>
    street({ suffix: ignoringCase(suffix) }),
  ),
  'anything-but-ignore-case': anythingBut(
    (text) => ({ 'equals-ignore-case': [text] }),
    ['Jasmine', 'Mulberry', 'st', 'polygon', '721'],
  ),
  'anything-but-prefix': anythingBut(
    (prefix) => ({ prefix }),
    ['JASMI', 'MULB', 'S', 'Poly', '72'],
  ),
  'anything-but-suffix': anythingBut(
    (suffix) => ({ suffix }),
    ['SMINE', 'BERRY', 'T', 'olygon', '21'],
  ),
  'anything-but-wildcard': wildcards.map((wildcard) => mapLot({ 'anything-but': { wildcard } })),
};

/** The eight kinds that have a row of their own; the rest is in the mixture. */
const rows = [
  ...['exact', 'prefix', 'suffix', 'equals-ignore-case', 'wildcard', 'numeric', 'anything-but'],
  'complex-arrays',
];

/** Every rule set that is measured, in the order of the report. */
export function ruleSets(): readonly RuleSet[] {
  const { 'complex-arrays': _, ...simple } = families;
  return [
    ...rows.map((name) => ({ name, rules: named(families[name] ?? []) })),
    { name: 'mixed', rules: named(Object.values(simple).flat()) },
    ...[1, 100, 1000, 10_000].map((count) => ({
      name: 'many-exact',
      rules: named(manyExact(count)),
    })),
    ...[100, 1000, 10_000].map((count) => ({ name: 'many-mixed', rules: named(manyMixed(count)) })),
  ];
}

function named(patterns: readonly Pattern[]): Rules {
  return new Map(patterns.map((pattern, index) => [`r${index}`, JSON.stringify(pattern)]));
}
