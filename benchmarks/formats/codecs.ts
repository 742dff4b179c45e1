import { gunzipSync, gzipSync } from 'node:zlib';
import { Decoder, Encoder } from '@msgpack/msgpack';
import { Type } from 'avsc';
import type { Sample } from './read-lines';

/** A way to write data in bytes. */
export interface Codec {
  readonly name: string;
  /** Whether JSON can hold it as it is; anything else EventBridge takes in base64 only. */
  readonly isText: boolean;
  readonly encode: (sample: Sample) => Uint8Array;
  readonly decode: (bytes: Uint8Array, sample: Sample) => unknown;
}

export interface Codecs {
  readonly codecs: readonly Codec[];
  /** What couldn't be tried, and why. */
  readonly left: readonly string[];
}

/** JSON, Avro and MessagePack, and gzip of each. JSON is the first. */
export function codecsFor(samples: readonly Sample[]): Codecs {
  const left: string[] = [];
  const plain = [json, ...avroOrNone(samples, left), messagePack()];
  return { codecs: plain.flatMap((codec) => [codec, gzipped(codec)]), left };
}

const json: Codec = {
  name: 'JSON',
  isText: true,
  encode: ({ data }) => Buffer.from(JSON.stringify(data)),
  decode: (bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')),
};

function messagePack(): Codec {
  const [encoder, decoder] = [new Encoder(), new Decoder()];
  return {
    name: 'MessagePack',
    isText: false,
    encode: ({ data }) => encoder.encode(data),
    decode: (bytes) => decoder.decode(bytes),
  };
}

/**
 * What Avro's single-object encoding puts before the data, so that a reader finds its schema: two
 * bytes of a marker, eight of a fingerprint (https://avro.apache.org/docs/1.12.0/specification/).
 */
const avroHeader = 10;

function avroOrNone(samples: readonly Sample[], left: string[]): Codec[] {
  try {
    return [avro(samples)];
  } catch (error) {
    left.push(`Avro: no schema fits the events (${(error as Error).message})`);
    return [];
  }
}

/** The schemas are inferred from the events, one a type: nobody could write a closer one. */
function avro(samples: readonly Sample[]): Codec {
  const schemas = new Map<string, Type>();
  for (const type of new Set(samples.map((sample) => sample.type))) {
    const own = samples.filter((sample) => sample.type === type).map(({ data }) => data);
    schemas.set(type, Type.forTypes(own.map(inferred)));
  }
  const schemaOf = ({ type }: Sample): Type => {
    const schema = schemas.get(type);
    if (schema === undefined) throw new Error(`no event of type ${type} was seen`);
    return schema;
  };
  return {
    name: 'Avro',
    isText: false,
    encode: (sample) => {
      const body = schemaOf(sample).toBuffer(sample.data);
      const bytes = Buffer.alloc(avroHeader + body.length);
      body.copy(bytes, avroHeader);
      return bytes;
    },
    decode: (bytes, sample) => schemaOf(sample).fromBuffer(Buffer.from(bytes.subarray(avroHeader))),
  };
}

/** What avsc takes for a float of 32 bits would change a price. Its types don't know this option. */
const inference = {
  valueHook: (value: unknown): Type | undefined =>
    typeof value === 'number' && !Number.isInteger(value) ? Type.forSchema('double') : undefined,
} as Parameters<typeof Type.forValue>[1];

const inferred = (data: unknown): Type => Type.forValue(data as object, inference);

function gzipped({ name, encode, decode }: Codec): Codec {
  return {
    name: `${name}, gzip`,
    isText: false,
    encode: (sample) => gzipSync(encode(sample)),
    decode: (bytes, sample) => decode(gunzipSync(bytes), sample),
  };
}
