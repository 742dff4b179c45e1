import type { Token } from './tokens';

/** A JSON value of a template that stands in no other one. */
export interface TemplateValue {
  readonly kind: 'string' | 'container' | 'placeholder' | 'other';
  readonly start: number;
  readonly end: number;
  /** Whether a line ends between it and the value before. */
  readonly newLine: boolean;
}

/** Opened, and not yet closed. */
interface Open {
  readonly kind: TemplateValue['kind'];
  readonly start: number;
  readonly newLine: boolean;
}

export function findValues(tokens: readonly Token[]): readonly TemplateValue[] {
  const values: TemplateValue[] = [];
  let at = 0;
  let depth = 0;
  let newLine = false;
  let open: Open | undefined;
  for (const token of tokens) {
    if (token.kind === 'space' && open === undefined) newLine = token.text.includes('\n');
    else open ??= { kind: kindOf(token), start: at, newLine };
    at += token.text.length;
    depth = Math.max(0, depth + depthOf(token));
    if (open !== undefined && depth === 0) {
      values.push({ ...open, end: at });
      open = undefined;
      newLine = false;
    }
  }
  return open === undefined ? values : [...values, { ...open, end: at }];
}

function kindOf({ kind }: Token): TemplateValue['kind'] {
  if (kind === 'quote') return 'string';
  if (kind === 'open') return 'container';
  return kind === 'placeholder' ? 'placeholder' : 'other';
}

/** A string counts as a level, from the quote that begins it to the one that ends it. */
function depthOf({ kind, quoted }: Token): number {
  if (kind === 'open') return 1;
  if (kind === 'close') return -1;
  if (kind === 'quote') return quoted ? -1 : 1;
  return 0;
}

/** A name of a JSON field with a placeholder: all of it, or a part. */
export interface TemplateKey {
  readonly text: string;
  readonly whole: boolean;
}

export function findKeys(tokens: readonly Token[]): readonly TemplateKey[] {
  const keys: TemplateKey[] = [];
  let current: Token[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === 'quote' && !token.quoted) current = [];
    current.push(token);
    const ends = token.quoted ? token.kind === 'quote' : token.kind === 'placeholder';
    if (!ends) return;
    const inside = token.quoted ? current.slice(1, -1) : [token];
    const named = inside.some(({ kind }) => kind === 'placeholder');
    if (named && isFollowedByColon(tokens, index)) {
      keys.push({ text: inside.map(({ text }) => text).join(''), whole: inside.length === 1 });
    }
    current = [];
  });
  return keys;
}

function isFollowedByColon(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  const colon = next?.kind === 'space' ? tokens[index + 2] : next;
  return colon?.kind === 'plain' && !colon.quoted && colon.text.startsWith(':');
}
