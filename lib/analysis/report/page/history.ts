import type { CatalogueVersion } from '../../catalogue';
import { type Html, html } from './html';
import { nothing } from './parts';

const signs = { added: '+', removed: '−', changed: '~' } as const;

/** The versions of an event's schema, the newest first. */
export function history(versions: readonly CatalogueVersion[]): Html {
  if (versions.length === 0) return nothing('No version was accepted yet.');
  return html`<ol class="versions" reversed>${[...versions].reverse().map(versionOf)}</ol>`;
}

function versionOf({ version, accepted, changes }: CatalogueVersion): Html {
  const mark = !accepted && html` <span class="mark">not accepted yet</span>`;
  const isFirst = version === 1 && changes.length === 0;
  const what = isFirst ? 'The first version.' : 'Says the same in other words.';
  return html`<li><h4>Version ${version}${mark}</h4>${
    changes.length === 0 ? nothing(what) : html`<ul>${changes.map(changeOf)}</ul>`
  }</li>`;
}

function changeOf({ path, kind, what }: CatalogueVersion['changes'][number]): Html {
  return html`<li class="${kind}"><span class="sign" aria-hidden="true">${signs[kind]}</span><span class="unseen">${kind} </span><span><code>${path || 'the data'}</code> ${what}</span></li>`;
}
