/** An event of the user's, as far as formats differ in it. */
export interface Sample {
  /** What a format encodes: the data of a CloudEvent, else the whole line. */
  readonly data: unknown;
  /** Events of one type share a schema; empty where the lines are no CloudEvents. */
  readonly type: string;
  /** What else travels with it, in bytes of JSON. */
  readonly envelopeBytes: number;
}

export interface Read {
  readonly samples: readonly Sample[];
  /** What was left out: the line, the first being 1, and what is wrong with it. */
  readonly refused: readonly { readonly line: number; readonly problem: string }[];
}

/** Around data that came without a CloudEvent: one with id, source, type and time. */
const typicalEnvelope = {
  ...{ specversion: '1.0', id: '7c1f2c9e-6a53-4d0e-8a5d-0d8c3a5b9b1e', source: 'shop.checkout' },
  ...{ type: 'order.placed.v1', time: '2026-01-31T09:30:00.123Z' },
};

/** Events from JSON lines: CloudEvents, or their data. Empty lines are no events. */
export function readLines(text: string): Read {
  const samples: Sample[] = [];
  const refused: Read['refused'][number][] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    try {
      samples.push(sampleOf(JSON.parse(line)));
    } catch (error) {
      refused.push({ line: at + 1, problem: (error as Error).message });
    }
  }
  return { samples, refused };
}

export function sampleOf(value: unknown): Sample {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`an event is a JSON object, not ${JSON.stringify(value).slice(0, 40)}`);
  }
  const { data, ...envelope } = value as Readonly<Record<string, unknown>>;
  if (typeof envelope['specversion'] !== 'string') {
    return { data: value, type: '', envelopeBytes: bytesOf(typicalEnvelope) };
  }
  if (data === undefined) throw new TypeError('the CloudEvent has no data');
  return { data, type: String(envelope['type']), envelopeBytes: bytesOf(envelope) };
}

/** With the name of the member that holds the data. */
const bytesOf = (envelope: object): number =>
  Buffer.byteLength(JSON.stringify({ ...envelope, data: '' })) - 2;
