/*
 * The proportions of a day's invoices, measured on two real days of a UK online retailer (UCI
 * Machine Learning Repository, Online Retail, D. Chen, 2015). The articles are invented.
 */
import { type Spread, valueAt } from './random';

/** Which share of the invoices are cancellations. */
export const CANCELLED = 0.05;

/** Which share of the invoices have no customer. They are few, and some are very long. */
export const GUESTS = 0.065;

/** Which share of the customers' invoices are not the first of that customer on that day. */
export const RETURNING = 0.18;

/** How many invoices of customers ago one who comes back was there last: most come back at once. */
export const AGO: Spread = [
  [0, 1],
  [0.47, 1.99],
  [0.71, 2.99],
  [0.89, 7.99],
  [0.98, 23],
  [1, 58],
];

/** How many refused rows there are for one row of an order. */
export const REFUSED = 0.003;

/** The share of the invoices that go to each country, in thousandths. */
export const COUNTRIES = [
  { country: 'United Kingdom', weight: 900 },
  { country: 'Germany', weight: 24 },
  { country: 'France', weight: 18 },
  { country: 'EIRE', weight: 14 },
  { country: 'Spain', weight: 8 },
  { country: 'Netherlands', weight: 6 },
  { country: 'Belgium', weight: 6 },
  { country: 'Switzerland', weight: 5 },
  { country: 'Portugal', weight: 5 },
  { country: 'Australia', weight: 3 },
  { country: 'Norway', weight: 3 },
  { country: 'Sweden', weight: 2 },
  { country: 'Italy', weight: 2 },
  { country: 'Channel Islands', weight: 2 },
  { country: 'Denmark', weight: 1 },
  { country: 'USA', weight: 1 },
] as const;

export type Place = (typeof COUNTRIES)[number];

/** How many lines an invoice has. */
export const LINES = {
  customer: [
    [0, 1],
    [0.12, 1.9],
    [0.25, 4],
    [0.5, 12],
    [0.75, 23],
    [0.9, 45],
    [0.97, 80],
    [1, 140],
  ],
  guest: [
    [0, 1],
    [0.55, 3],
    [0.68, 6],
    [0.69, 250],
    [1, 720],
  ],
  cancelled: [
    [0, 1],
    [0.6, 1.9],
    [0.85, 3],
    [0.95, 6],
    [1, 15],
  ],
} as const satisfies Record<string, Spread>;

/** How many pieces a line has. */
export const PIECES: Spread = [
  [0, 1],
  [0.25, 1.9],
  [0.5, 3],
  [0.75, 8],
  [0.9, 20],
  [0.95, 30],
  [0.99, 100],
  [0.999, 430],
  [1, 800],
];

/** What a piece costs, in pounds. */
const PRICES: Spread = [
  [0, 0.1],
  [0.1, 0.65],
  [0.25, 1.25],
  [0.5, 2.5],
  [0.75, 4.2],
  [0.9, 8.1],
  [0.95, 10.9],
  [0.99, 20],
  [1, 60],
];

const COLOURS = 'AMBER,BLUE,CORAL,CREAM,GREEN,GREY,MINT,PLUM,RED,WHITE'.split(',');
const STYLES = 'CHECKED,DOTTED,ENAMEL,FLORAL,PAINTED,PLAIN,STRIPED,VINTAGE,WOODEN,WOVEN'.split(',');
const THINGS = [
  'BASKET',
  'BOWLS, SET OF 3',
  'CANDLE HOLDER',
  'CLOCK',
  'DOORSTOP',
  'JUG',
  'LUNCH BOX',
  'NAPKINS, PACK OF 20',
  'PHOTO FRAME 8"',
  'STORAGE TIN',
  'TEA TOWEL',
  'TRAY, LARGE',
];

/** What the shop sells. */
export interface Article {
  readonly stockCode: string;
  readonly description: string;
  readonly unitPrice: number;
}

/** The articles, the most popular first. */
export const ARTICLES: readonly Article[] = THINGS.flatMap((thing) =>
  STYLES.flatMap((style) => COLOURS.map((colour) => `${colour} ${style} ${thing}`)),
).map((description, index) => ({
  stockCode: `${20_000 + index}`,
  description,
  // Steps of the golden ratio reach every price early, so that popular articles cost as others do.
  unitPrice: toFivePence(valueAt(PRICES, (index * 0.618034) % 1)),
}));

/** What is charged for sending an order abroad. */
export const POSTAGE: Article = { stockCode: 'POST', description: 'POSTAGE', unitPrice: 18 };

function toFivePence(pounds: number): number {
  return Math.round(pounds * 20) / 20;
}
