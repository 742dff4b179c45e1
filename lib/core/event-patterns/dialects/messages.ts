/**
 * What a pattern looks at is rarely a message as it travels: SNS looks at message attributes, each
 * a text with a type beside it; pipes and Lambda look into a text that stands in the record.
 */
import { jsonIn } from '../json/node';
import type { JsonMember, JsonNode, JsonObject } from '../json/read';

/**
 * The attributes by name. Without any SNS delivers nothing, not even to `exists: false`: see
 * https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 */
export function readAttributes(map: JsonObject): JsonObject | undefined {
  const members = map.members.flatMap(readAttribute);
  return members.length === 0 ? undefined : { kind: 'object', members };
}

function readAttribute({ name, value }: JsonMember): readonly JsonMember[] {
  const type = memberText(value, 'DataType') ?? memberText(value, 'Type') ?? '';
  const text = memberText(value, 'StringValue') ?? memberText(value, 'Value');
  const node = text === undefined ? undefined : attributeValue(type, text);
  return node === undefined ? [] : [{ name, value: node }];
}

// SNS ignores what is binary, and compares the elements of an array one by one.
function attributeValue(type: string, text: string): JsonNode | undefined {
  const node = type === 'String.Array' || type.startsWith('Number') ? jsonIn(text) : undefined;
  if (type === 'String.Array') {
    const items = node?.kind === 'array' ? node.items : [];
    return {
      kind: 'array',
      items: items.filter(({ kind }) => kind !== 'array' && kind !== 'object'),
    };
  }
  if (type.startsWith('Binary')) {
    return undefined;
  }
  return node?.kind === 'number' ? node : { kind: 'string', text };
}

function memberText(node: JsonNode, name: string): string | undefined {
  const members = node.kind === 'object' ? node.members : [];
  const value = members.find((member) => member.name === name)?.value;
  return value?.kind === 'string' || value?.kind === 'number' ? value.text : undefined;
}

/**
 * The members of a record that carry a payload, and whether it is written there in Base64: SQS has
 * `body`, Kinesis and Amazon MQ `data`, Kafka `key` and `value`. DynamoDB has no text inside.
 *
 * A plain text where the pattern names fields does not match, and the other way round. Of Kafka and
 * Amazon MQ the page says that then only the other fields of the pattern count: not so here.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html
 */
const payloads: ReadonlyMap<string, { readonly base64: boolean }> = new Map([
  ['body', { base64: false }],
  ['data', { base64: true }],
  ['key', { base64: true }],
  ['value', { base64: true }],
]);

/** The record with what its payloads hold: the value of a JSON text, else the text. */
export function openRecord(record: JsonObject): JsonObject {
  return { kind: 'object', members: record.members.flatMap(openMember) };
}

function openMember(member: JsonMember): readonly JsonMember[] {
  const { name, value } = member;
  // A function receives the record of a stream inside `kinesis`; a filter names its fields.
  if (name === 'kinesis' && value.kind === 'object') {
    return value.members.flatMap(openMember);
  }
  const payload = payloads.get(name);
  if (payload === undefined || value.kind !== 'string') {
    return [member];
  }
  const text = payload.base64 ? decode(value.text) : value.text;
  return [{ name, value: jsonIn(text) ?? { kind: 'string', text } }];
}

// What is not Base64 is taken as it stands, so that a record can be written down by hand.
function decode(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes.toString('utf8') : text;
}
