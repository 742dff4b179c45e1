import { escapeUnit, wellFormed } from './well-formed';

/**
 * HTML from templates in which every text is escaped: only what a template made is markup. Contracts
 * are written by others, and may hold anything.
 */
export class Html {
  constructor(readonly text: string) {}
}

type Content = Html | string | number | undefined | false | readonly Content[];

export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const texts = parts.flatMap((part, at) => [
    part,
    at < contents.length ? textOf(contents[at]) : '',
  ]);
  return new Html(texts.join(''));
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (Array.isArray(content)) return content.map(textOf).join('');
  return content instanceof Html ? content.text : escapeText(String(content));
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Characters that nobody sees: controls, and those that turn the direction of the text after them,
 * so that code reads as what it is not. They are shown as an escape that JSON, TypeScript and Python
 * read alike.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escapeText(text: string): string {
  return wellFormed(text)
    .replace(/[&<>"']/g, (character) => named[character] ?? character)
    .replace(unseen, escapeUnit);
}
