import { render } from 'velocityjs';

/**
 * Executes a mapping template as API Gateway's Velocity does. velocityjs works on JavaScript's strings; Java's differ where it matters: replace takes
 * its text literally and replaces all of it.
 */
class JavaString {
  constructor(private readonly text: string) {}
  replace(target: unknown, replacement: unknown): JavaString {
    return new JavaString(this.text.split(String(target)).join(String(replacement)));
  }
  contains(part: unknown): boolean {
    return this.text.includes(String(part));
  }
  substring(from: number, to: number): JavaString {
    return new JavaString(this.text.substring(from, to));
  }
  equalsIgnoreCase(other: unknown): boolean {
    return this.text.toLowerCase() === String(other).toLowerCase();
  }
  /** Java's matches asks it of the whole text. */
  matches(pattern: unknown): boolean {
    return new RegExp(`^(?:${pattern})$`).test(this.text);
  }
  length(): number {
    return this.text.length;
  }
  /** For velocityjs, which looks at the first character of a map's key. */
  charCodeAt(at: number): number {
    return this.text.charCodeAt(at);
  }
  toString(): string {
    return this.text;
  }
}

const java = (value: unknown): unknown =>
  typeof value === 'string' ? new JavaString(value) : value;

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
function escapeJavaScript(value: unknown): JavaString {
  const units = String(value).split('');
  return new JavaString(units.map((unit) => named[unit] ?? escapeUnit(unit)).join(''));
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
  readonly requestTime?: string;
  readonly extendedRequestId?: string;
}

/** What the integration is sent for a request. */
export function renderRequest(template: string, request: HttpRequest): string {
  const {
    body,
    key = '',
    header = 'Idempotency-Key',
    requestTime = '09/Apr/2026:12:34:56 +0000',
  } = request;
  const headers = key === '' ? [] : [header];
  return render(template, {
    util: { escapeJavaScript, urlEncode },
    context: {
      extendedRequestId: java(request.extendedRequestId ?? 'JJbx='),
      requestTime: java(requestTime),
    },
    input: {
      body: java(body),
      json: () => java(body),
      params: () => ({ header: { keySet: () => headers.map(java), get: () => java(key) } }),
    },
  });
}

/** $util.urlEncode, which is Java's URLEncoder: a lone surrogate becomes a question mark. */
function urlEncode(value: unknown): JavaString {
  const wellFormed = String(value).replace(/\p{Surrogate}/gu, '?');
  const encoded = encodeURIComponent(wellFormed).replace(/%20/g, '+');
  return new JavaString(encoded.replace(/[!'()~]/g, escapeByte));
}

const escapeByte = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

export interface HttpAnswer {
  readonly body: string;
  /** Where the template overrides the status of the integration response. */
  readonly status?: number;
}

/** What the caller is answered for an answer of the integration. */
export function renderAnswer(template: string, answer: unknown): HttpAnswer {
  const responseOverride: { status?: number } = {};
  const path = (text: string) => java(at(answer, text));
  const context = { responseOverride, extendedRequestId: java('JJbx=') };
  const body = render(template, { context, input: { path } }).trim();
  return { body, ...responseOverride };
}

/** The paths that the templates use: `$.Entries[0].EventId`. */
function at(value: unknown, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, '')
    .split(/[.[\]]+/)
    .filter(Boolean);
  return steps.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
    value,
  );
}
