import { type Html, html } from './html';

/** A part of an event: a heading and what stands below it. */
export function section(title: string, content: Html | readonly Html[], wide = false): Html {
  return html`<section${wide && html` class="wide"`}><h3>${title}</h3>${content}</section>`;
}

/** Code with a button that copies it; the button shows where a script can do so. */
export function codeBlock(code: string, what: string): Html {
  return html`<div class="code"><pre tabindex="0" role="group" aria-label="${what}"><code>${code}</code></pre><button type="button" class="copy" hidden aria-label="Copy: ${what}">Copy</button></div>`;
}

export const nothing = (text: string): Html => html`<p class="none">${text}</p>`;

export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`;
