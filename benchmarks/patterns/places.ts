import type { Table } from './random';

/**
 * What a lot's fields hold and how often, so that rules hit as rarely or as often as those of
 * event-ruler's benchmark do: a street twice in 10,000 lots, one in 90, a street type in every
 * second.
 */

/** Many lots of one building share its map lot. Empty: the lot has a map lot of its own. */
export const mapLots: Table<string> = [
  ['5180044', 300],
  ['4416127', 48],
  ['4416238', 17],
  ['1780035', 2],
  ['QUAYSIDE', 2],
  ['', 0],
];

/** Empty: a street of two syllables, by `starts` and `ends`. */
export const streets: Table<string> = [
  ['IVYBRIDGE', 11],
  ['CHALLONER', 200],
  ['ZELLWOOD', 18],
  ['JASMINE', 1100],
  ['JASPERS', 150],
  ['THISTLE', 90],
  ['ORCHARD', 820],
  ['PLYMOUTH', 380],
  ['HARBOR', 60],
  ['MULBERRY', 1250],
  ['KESTREL', 410],
  ['STARLING', 920],
  ['SORREL', 6],
  ['VERBENA', 320],
  ['', 0],
];

export const starts = [
  ...['AL', 'BAR', 'COR', 'DAL', 'EL', 'FAR', 'GAR', 'HOL', 'KEN', 'LAN', 'MOR', 'NOR', 'OAK'],
  ...['PEN', 'QUIN', 'ROS', 'SAN', 'TOR', 'UPPER', 'WES', 'YAR'],
];

export const ends = [
  ...['TON', 'ADA', 'BURY', 'CLIFF', 'DALE', 'ELLA', 'FIELD', 'GATE', 'HURST', 'LAND', 'MONT'],
  ...['WICK', 'SHIRE'],
];

export const streetTypes: Table<string | null> = [
  ['ST', 54_600],
  ['AVE', 28_000],
  ['BLVD', 4_000],
  ['DR', 3_500],
  ['WAY', 3_000],
  ['CT', 1_500],
  ['TER', 1_500],
  ['PL', 900],
  [null, 0],
];

/** Empty: any number. */
export const houseNumbers: Table<string> = [
  ['721', 1150],
  ['', 0],
];
