/**
 * The catalogue as one page for people: a file that loads nothing, from nowhere. Its policy lets run
 * the one script and the one style that it holds, by their digests, and nothing else, so that what a
 * contract says can't become either. The same catalogue gives the same bytes.
 */
import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueEvent } from '../../catalogue';
import { anchorOf } from './anchor';
import { eventArticle } from './event';
import { Html, html } from './html';
import { counted, nothing } from './parts';
import { script } from './script';
import { style } from './style';

export function toPage({ events, channels }: Catalogue): string {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const content = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Events</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#events">Skip to the events</a>
${header(events)}
<div class="frame">
${index(events)}
<main id="events" tabindex="-1">
${events.length === 0 && nothing('The app declares no contracts.')}
<p id="none" class="none" hidden>No event has these words in its name, owner or fields.</p>
${events.map((event) => eventArticle(event, byId))}</main>
</div>
<script>${new Html(script)}</script>
</body>
</html>
`;
  return content.text;
}

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = [
  "default-src 'none'",
  `script-src ${digest(script)}`,
  `style-src ${digest(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function header(events: readonly CatalogueEvent[]): Html {
  const owners = new Set(events.map(({ owner }) => owner)).size;
  return html`<header><h1>Events</h1><p>${counted(events.length, 'event')}, ${counted(owners, 'owner')}</p>
<div role="search" hidden><label><span class="unseen">Find events by name, owner or field</span><input type="search" placeholder="Name, owner or field" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label><output aria-live="polite"></output></div></header>`;
}

/** Links to the events, by their source. */
function index(events: readonly CatalogueEvent[]): Html {
  const sources = [...new Set(events.map(({ source }) => source))];
  return html`<nav aria-label="Events"><details open><summary>All events</summary>
${sources.map((source) => {
  const own = events.filter((event) => event.source === source);
  return html`<section><h2><bdi>${source}</bdi></h2><ul>${own.map(link)}</ul></section>
`;
})}</details></nav>`;
}

function link(event: CatalogueEvent): Html {
  return html`<li><a href="#${anchorOf(event)}"><bdi>${event.eventType}</bdi> <small><bdi>${event.owner}</bdi></small></a></li>`;
}
