import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueEvent } from '../../../lib/analysis/catalogue';
import { readCatalogue } from '../../../lib/analysis/catalogue';
import { toPage } from '../../../lib/analysis/report';
import {
  assemblyOf,
  bus,
  cancelled,
  fromCheckout,
  mayPut,
  onlyTypes,
  placed,
  role,
  rule,
} from '../catalogue/shop';

const schema = {
  type: 'object',
  properties: {
    orderId: { type: 'string', description: 'The customer knows it.', minLength: 3 },
    shipTo: { type: 'object', properties: { country: { type: 'string' } } },
  },
  required: ['orderId'],
} as const;

const example = { orderId: 'A-1' };

const older = { ...schema, properties: { orderId: { type: 'string' } } } as const;
const accepted = [older, schema].map((one, at) => ({
  ...{ version: at + 1, file: `${at + 1}.json`, schema: one },
}));

const resources = {
  ...bus,
  ...role('Checkout', [mayPut(onlyTypes('order.placed.v1'))], 'lambda.amazonaws.com'),
  ...rule('Seattle', {
    ...fromCheckout('order.placed.v1'),
    detail: { data: { shipTo: { country: ['US'] } } },
  }),
};

const described = { ...placed, summary: 'Somebody bought.', schema, examples: [example] };

const catalogue = readCatalogue(assemblyOf(resources, [cancelled, described]), (contract) =>
  contract.eventType === described.eventType ? accepted : [],
);

const page = toPage(catalogue);

/** The text of a page, as a reader sees it. */
function textOf(markup: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return markup
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => names[name] ?? '')
    .replace(/\s+/g, ' ');
}

/** The part of a page that is about an event. */
function articleOf(html: string, id: string): string {
  const [, , article = ''] =
    new RegExp(`(<article id="${id}")([\\s\\S]*?)</article>`).exec(html) ?? [];
  return article;
}

const article = textOf(articleOf(page, 'shop.checkout/order.placed.v1'));

/** The attributes of all elements, by name. */
function attributesOf(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

describe('toPage', () => {
  it('counts the events and their owners', () => {
    expect(textOf(page)).toContain('2 events, 1 owner');
  });

  it.each([
    ['its name', 'shop.checkout order.placed.v1'],
    ['its summary', 'Somebody bought.'],
    ['its owner', 'Owner checkout'],
    ['its version', 'Version 2'],
    ['what it travels on', 'Travels on event bus orders'],
    [
      'a field with type, description and bounds',
      'orderId required string The customer knows it. at least 3 characters',
    ],
    ['a field within another', 'country string'],
    ['who may produce it', 'Shop/Checkout Lambda function on the event bus orders'],
    ['who consumes it', 'Shop/Seattle pull'],
    ['with which filter', 'Only where its data matches { "shipTo": { "country": ["US"] } }'],
    ['an example as a CloudEvent', '"type": "order.placed.v1"'],
    ['the example’s data', '"data": { "orderId": "A-1" }'],
    ['how to subscribe in TypeScript', 'events: [orderPlaced.all()]'],
    ['how to subscribe in Python', 'events=[order_placed.all()]'],
    ['what changed', '+ added /shipTo object, optional'],
    ['the first version', 'Version 1 The first version.'],
  ])('says %s', (_, text) => {
    expect(article).toContain(text);
  });

  it('says so where there is nothing to say', () => {
    const other = textOf(articleOf(page, 'shop.checkout/order.cancelled.v1'));

    for (const text of [
      'The contract has no schema',
      'No template lets anybody publish it.',
      'No template has anybody who takes it.',
      'The contract has no example.',
      'No version was accepted yet.',
    ]) {
      expect(other).toContain(text);
    }
    expect(textOf(toPage({ events: [], channels: [] }))).toContain('declares no contracts');
  });

  it('doubts what no template names', () => {
    const jobs = { Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } };
    const text = textOf(toPage(readCatalogue(assemblyOf(jobs), () => [])));

    expect(text).toContain('May travel on SQS queue jobs');
    expect(text).toContain('Takes whatever the channel carries.');
    expect(text).toContain(
      'It waits in the queue jobs : no role of the templates may take it out.',
    );
  });

  it('marks a schema that nobody accepted yet', () => {
    const [older1] = accepted;
    const changed = readCatalogue(assemblyOf(bus, [described]), () => (older1 ? [older1] : []));

    expect(textOf(toPage(changed))).toContain('Version 2 not accepted yet');
  });

  it('loads nothing', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|source|base)\b/);
    expect(page).not.toMatch(/\bsrc=|@import|url\(|\bfetch\b|XMLHttpRequest|import\(|sendBeacon/);
    expect(attributesOf(page, 'href').every((href) => href.startsWith('#'))).toBe(true);
  });

  it('lets run its own script and style, and nothing else', () => {
    const [policy = ''] = attributesOf(page, 'content');
    const digestOf = (kind: string) => {
      const [, text = ''] = new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`).exec(page) ?? [];
      return `sha256-${createHash('sha256').update(text).digest('base64')}`;
    };

    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `script-src '${digestOf('script')}'`,
      `style-src '${digestOf('style')}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=/);
  });

  it('links every event from its index, each to an id that the page has once', () => {
    const ids = attributesOf(page, 'id');

    expect(new Set(ids).size).toBe(ids.length);
    for (const href of attributesOf(page, 'href')) expect(ids).toContain(href.slice(1));
    for (const label of attributesOf(page, 'aria-labelledby')) expect(ids).toContain(label);
  });

  it('has the landmarks and names that screen readers go by', () => {
    expect(page).toMatch(/<html lang="en">/);
    expect(page).toMatch(/<nav aria-label="Events">/);
    expect(page).toMatch(/<main id="events" tabindex="-1">/);
    expect(page).toMatch(/<a class="skip" href="#events">/);
    expect(page).toMatch(/role="search" hidden><label>/);
    expect(page).toMatch(/<output aria-live="polite">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<pre (?!tabindex="0" role="group" aria-label=)/)).toBeNull();
  });

  it('gives the search the names, the owner and the fields', () => {
    expect(attributesOf(page, 'data-find')).toEqual([
      'shop.checkout order.cancelled.v1 checkout ',
      'shop.checkout order.placed.v1 checkout somebody bought. orderid shipto shipto.country',
    ]);
  });

  it('gives the same bytes for the same catalogue', () => {
    expect(toPage(structuredClone(catalogue))).toBe(page);
  });

  describe('of hostile contracts', () => {
    const evil = `</script><script>alert(1)</script><img src=x onerror='alert(2)'>"'&amp;`;
    const turned = 'abc\u202Edef\u2066\u0000\ud800';
    const hostile: CatalogueEvent = {
      ...{ source: evil, eventType: `${evil}.v1`, owner: `${evil}${turned}`, summary: evil },
      ...{ place: evil, compatibility: 'FULL', policy: 'strict', schema: { title: evil } },
      fields: {
        rows: [
          {
            ...{ kind: 'field', depth: 40, path: evil, name: evil, type: evil, required: true },
            ...{ description: `${'long'.repeat(500)}${evil}`, constraints: [evil, turned] },
            deprecated: true,
          },
          { kind: 'shape', depth: 1, path: evil, label: evil, description: evil },
        ],
        cut: true,
      },
      examples: [{ [evil]: evil, turned }],
      versions: [
        { version: 1, accepted: false, changes: [{ path: evil, kind: 'added', what: evil }] },
      ],
      channels: [evil],
      producers: [
        {
          ...{ name: evil, stack: evil, channel: evil, services: [evil], named: false },
          ...{ certain: false, reason: evil },
        },
      ],
      consumers: [
        {
          ...{ name: evil, stack: 'Other', channel: evil, delivery: 'pull', queue: evil },
          ...{ receivers: [evil], filters: [{ of: 'data', pattern: { [evil]: [evil] } }] },
          ...{ named: true, problem: evil },
        },
      ],
    };
    const channel = { id: evil, type: 'queue', name: evil } as const;
    const attacked: Catalogue = { events: [hostile], channels: [channel] };
    const markup = toPage(attacked);

    it('has no markup of theirs', () => {
      expect(markup.match(/<script/g)).toHaveLength(1);
      expect(markup.match(/<\/script/g)).toHaveLength(1);
      expect(markup).not.toContain('<img');
      expect(markup.replace(/<(\w+)(?:\s+[\w-]+(?:="[^"]*")?)*\s*>/g, '')).not.toContain(
        "onerror='",
      );
    });

    it('shows characters that turn or hide what follows them', () => {
      for (const one of ['\u202e', '\u2066', '\u0000', '\ud800']) expect(markup).not.toContain(one);
      expect(textOf(markup)).toContain('abc\\u202edef\\u2066');
    });

    it('has an anchor that is a link’s, too', () => {
      const [id = ''] = attributesOf(markup, 'id').filter((one) => one.includes('script'));

      expect(id).not.toMatch(/[<>"'\s]/);
      expect(attributesOf(markup, 'href')).toContain(`#${id}`);
    });
  });
});
