import { Compile, parse } from 'velocityjs';
import { java } from './java';

type Syntax = ReturnType<typeof parse>;

/** Reading a template takes longer than executing it. */
const read = new Map<string, Syntax>();

/** Executes a mapping template as API Gateway's Velocity does. */
function execute(template: string, context: Record<string, unknown>): string {
  const syntax = read.get(template) ?? parse(template);
  read.set(template, syntax);
  return new Compile(syntax, { customMethodHandlers: [java] }).render(context);
}

const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
};

/** $util.escapeJavaScript, which is Apache Commons' StringEscapeUtils.escapeJavaScript: a UTF-16 unit at a time. */
function escapeJavaScript(value: unknown): string {
  const units = String(value).split('');
  return units.map((unit) => named[unit] ?? escapeUnit(unit)).join('');
}

function escapeUnit(unit: string): string {
  if (unit >= ' ' && unit <= '\x7f') return unit;
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export interface HttpRequest {
  readonly body: string;
  readonly key?: string;
  /** How the caller spells the header of the key. @default Idempotency-Key */
  readonly header?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestTime?: string;
  readonly extendedRequestId?: string;
}

/** What the integration is sent for a request. */
export function renderRequest(template: string, request: HttpRequest): string {
  const { body, key = '', header = 'Idempotency-Key', headers = {} } = request;
  const { requestTime = '09/Apr/2026:12:34:56 +0000', extendedRequestId = 'JJbx=' } = request;
  const data = parsed(body);
  const all = { ...headers, ...(key !== '' && { [header]: key }) };
  return execute(template, {
    util: { escapeJavaScript, urlEncode, urlDecode },
    context: { extendedRequestId, requestTime },
    input: {
      body,
      // The whole as it was written, so that a test can compare it.
      json: (path: string) => (path === '$' ? body : JSON.stringify(valueAt(data, path))),
      path: (path: string) => valueAt(data, path),
      params: () => ({ header: all }),
    },
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body, (_name, value) => writable(value));
  } catch {
    return undefined;
  }
}

/** In Java every value can be written as text, whatever its members are called: `toString` too. */
function writable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.defineProperty(value, Symbol.toPrimitive, { value: () => JSON.stringify(value) });
}

/** $util.urlEncode, which is Java's URLEncoder: a lone surrogate becomes a question mark. */
function urlEncode(value: unknown): string {
  const wellFormed = String(value).replace(/\p{Surrogate}/gu, '?');
  const encoded = encodeURIComponent(wellFormed).replace(/%20/g, '+');
  return encoded.replace(/[!'()~]/g, escapeByte);
}

const escapeByte = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** $util.urlDecode, which is Java's URLDecoder: what is no UTF-8 becomes U+FFFD, a lone % is an error. */
function urlDecode(value: unknown): string {
  const spaced = String(value).replaceAll('+', ' ');
  return spaced.replace(/(?:%[\dA-Fa-f]{2})+|%/g, (bytes) => {
    if (bytes === '%') throw new Error('URLDecoder: Incomplete trailing escape (%) pattern');
    return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8');
  });
}

export interface HttpAnswer {
  readonly body: string;
  /** Where the template overrides the status of the integration response. */
  readonly status?: number;
}

/** What the caller is answered for an answer of the integration. */
export function renderAnswer(template: string, answer: unknown): HttpAnswer {
  const responseOverride: { status?: number } = {};
  const path = (text: string) => valueAt(answer, text);
  const context = { responseOverride, extendedRequestId: 'JJbx=' };
  const body = execute(template, { context, input: { path } }).trim();
  return { body, ...responseOverride };
}

/** The paths that the templates use: `$.Entries[0].EventId`, `$[0]['id']`. */
function valueAt(value: unknown, path: string): unknown {
  const steps = path
    .replace(/^\$/, '')
    .split(/[.[\]']+/)
    .filter(Boolean);
  return steps.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}
