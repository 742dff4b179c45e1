/**
 * An input template is JSON in which `<name>` may stand for a value or within a string. It is cut
 * into tokens, none of them empty, that together are the template: what stands in quotes is told
 * from what does not, because EventBridge fills the two differently.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Whether it stands within a string. */
  readonly quoted: boolean;
}

export type TokenKind =
  | 'space'
  | 'open'
  | 'close'
  /** Begins or ends a string. */
  | 'quote'
  /** Anything else that JSON may hold, in a string or not. */
  | 'plain'
  /** A control character within a string, where JSON wants an escape. */
  | 'control'
  | 'placeholder'
  /** A `<` that begins no placeholder as far as that is documented. */
  | 'less';

type Rule = readonly [kind: TokenKind, form: RegExp];

const placeholder: Rule = ['placeholder', /<[A-Za-z0-9_.-]+>/y];

const outside: readonly Rule[] = [
  ['space', /[ \t\n\r]+/y],
  ['open', /[{[]/y],
  ['close', /[}\]]/y],
  ['quote', /"/y],
  placeholder,
  ['less', /</y],
  ['plain', /[^ \t\n\r{}[\]"<]+/y],
];

const inside: readonly Rule[] = [
  ['plain', /[^"\\<\p{Cc}]+|\\[\s\S]?/uy],
  ['quote', /"/y],
  placeholder,
  ['less', /</y],
  ['control', /[\s\S]/y],
];

export function tokenize(template: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let quoted = false;
  while (at < template.length) {
    const token = nextToken(template, at, quoted);
    tokens.push(token);
    at += token.text.length;
    if (token.kind === 'quote') quoted = !quoted;
  }
  return tokens;
}

function nextToken(template: string, at: number, quoted: boolean): Token {
  for (const [kind, form] of quoted ? inside : outside) {
    form.lastIndex = at;
    const text = form.exec(template)?.[0];
    if (text !== undefined) return { kind, text, quoted };
  }
  return { kind: 'plain', text: template.charAt(at), quoted };
}
