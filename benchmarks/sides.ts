import { App } from 'aws-cdk-lib';
import { buildRawCdk } from './raw-cdk';
import { type Shop, shopOf } from './shop';
import { buildSolutionsConstructs } from './solutions-constructs';
import { buildSpillway } from './spillway';

export type Side = 'spillway' | 'raw' | 'solutionsConstructs';

const builders: Readonly<Record<Side, (app: App, shop: Shop) => void>> = {
  spillway: buildSpillway,
  raw: buildRawCdk,
  solutionsConstructs: buildSolutionsConstructs,
};

export type Templates = readonly {
  readonly Resources?: { readonly [id: string]: { Type: string } };
}[];

/** Builds and synthesises a shop; synth-time validation of the constructs' own is part of it. */
export function synthesise(side: Side, shop: Shop): Templates {
  const app = new App();
  builders[side](app, shop);
  return app.synth().stacks.map(({ template }) => template);
}

/** How many resources of each type. */
export function countsOf(templates: Templates): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { Type } of templates.flatMap(({ Resources = {} }) => Object.values(Resources))) {
    counts[Type] = (counts[Type] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

export interface PerSubscription {
  readonly resources: number;
  readonly bytes: number;
}

/** What one more subscription costs: a shop of 20 beside one of 10, in one stack each. */
export function perSubscription(side: Side): PerSubscription {
  const [ten, twenty] = [10, 20].map((n) =>
    synthesise(side, { stacks: shopOf(n).stacks.slice(0, 1) }),
  );
  const more = (of: (templates: Templates) => number) => (of(twenty ?? []) - of(ten ?? [])) / 10;
  return {
    resources: more((templates) => Object.values(countsOf(templates)).reduce((a, b) => a + b, 0)),
    bytes: Math.round(more((templates) => JSON.stringify(templates).length)),
  };
}
