import type { CatalogueEvent } from '../../catalogue';
import { exampleEvent } from '../example-event';
import { anchorOf } from './anchor';
import { fieldsTable } from './fields';
import { history } from './history';
import { type Html, html } from './html';
import { codeBlock, nothing, section } from './parts';
import { type Channels, consumers, kinds, producers } from './people';
import { shownJson } from './shown-json';
import { snippetsOf } from './snippets';

/** All that there is to know of an event. */
export function eventArticle(event: CatalogueEvent, channels: Channels): Html {
  const id = anchorOf(event);
  return html`<article id="${id}" aria-labelledby="${id}/name" data-find="${findable(event)}">
${head(event, id, channels)}
<div class="parts">
${section('Fields', fieldsTable(event.fields, event.schema !== undefined), true)}
${section('Who may produce it', producers(event.producers, channels))}
${section('Who consumes it', consumers(event.consumers))}
${section('An example', example(event))}
${section('Subscribe', subscribe(event))}
${section('Versions', history(event.versions), true)}
${schema(event)}
</div>
</article>
`;
}

/** What the search looks through: names, owner and fields. */
function findable({ source, eventType, owner, summary, fields }: CatalogueEvent): string {
  const names = fields.rows.flatMap((row) => (row.kind === 'field' ? [row.path] : []));
  return [source, eventType, owner, summary ?? '', ...names].join(' ').toLowerCase();
}

function head(event: CatalogueEvent, id: string, channels: Channels): Html {
  const { source, eventType, owner, summary, versions } = event;
  const on = event.channels.flatMap((channel) => channels.get(channel) ?? []);
  const last = versions.findLast(({ accepted }) => accepted)?.version;
  return html`<header><p class="source"><bdi>${source}</bdi></p>
<h2 id="${id}/name"><a href="#${id}"><bdi>${eventType}</bdi></a></h2>
${summary && html`<p class="summary"><bdi>${summary}</bdi></p>`}
<dl><div><dt>Owner</dt><dd><bdi>${owner}</bdi></dd></div>
${last !== undefined && html`<div><dt>Version</dt><dd>${last}</dd></div>`}
<div><dt>Compatibility</dt><dd>${compatibility(event)}</dd></div>
${on.length > 0 && html`<div><dt>${isNamed(event) ? 'Travels on' : 'May travel on'}</dt><dd>${on.map(({ type, name }, at) => html`${at > 0 && ', '}${kinds[type]} <code>${name}</code>`)}</dd></div>`}
<div><dt>Declared by</dt><dd><code>${event.place}</code></dd></div></dl></header>`;
}

/** Where no permission and no filter names the event, it is taken to be on every channel. */
function isNamed({ producers: sending, consumers: taking }: CatalogueEvent): boolean {
  return [...sending, ...taking].some(({ named }) => named);
}

const modes = {
  BACKWARD: 'backward: new readers take old events',
  FORWARD: 'forward: old consumers take new events',
  FULL: 'full: old and new take each other',
} as const;

function compatibility({ compatibility: mode, policy }: CatalogueEvent): string {
  const [name = 'FULL'] = mode.split('_');
  const all = mode.endsWith('_TRANSITIVE') ? ', every version' : ', the last version';
  const strict = policy === 'strict' ? ', strictly' : '';
  return `${modes[name as keyof typeof modes]}${all}${strict}`;
}

function example(event: CatalogueEvent): Html {
  if (event.examples.length === 0) return nothing('The contract has no example.');
  return html`${event.examples.map((data, at) => {
    const number = event.examples.length > 1 ? ` ${at + 1}` : '';
    const text = shownJson(exampleEvent(event, data));
    return codeBlock(text, `Example${number} of ${event.eventType}`);
  })}`;
}

function subscribe(event: CatalogueEvent): Html {
  return html`${snippetsOf(event).map(
    ({ language, code }, at) =>
      html`<details${at === 0 && html` open`}><summary>${language}</summary>${codeBlock(code, `Subscribe in ${language} to ${event.eventType}`)}</details>`,
  )}`;
}

function schema({ schema: given, eventType }: CatalogueEvent): Html | undefined {
  if (given === undefined) return undefined;
  const text = shownJson(given);
  return html`<section class="wide"><details><summary>JSON Schema</summary>${codeBlock(text, `JSON Schema of ${eventType}`)}</details></section>`;
}
