import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { retailer } from '../../examples/retailer/stacks';
import type { Row } from './compare';
import type { Context } from './contexts';
import { keyedShop } from './keyed-shop';
import * as keyedShopTable from './keyed-shop-table';
import { registryShop } from './registry-shop';
import * as registryShopTable from './registry-shop-table';
import * as retailerTable from './retailer-table';
import type { Templates } from './template';
import { topicShop } from './topic-shop';
import * as topicShopTable from './topic-shop-table';
import { workShop } from './work-shop';
import * as workShopTable from './work-shop-table';

export interface Case {
  readonly name: string;
  readonly build: (app: App) => void;
  readonly rows: readonly Row[];
  readonly batches: readonly Context[];
}

export const cases: readonly Case[] = [
  { name: 'retailer', build: retailer, ...retailerTable },
  { name: 'keyed shop', build: keyedShop, ...keyedShopTable },
  { name: 'topic shop', build: topicShop, ...topicShopTable },
  { name: 'work shop', build: workShop, ...workShopTable },
  { name: 'registry shop', build: registryShop, ...registryShopTable },
];

export function synthesise({ build }: Case, context: Record<string, unknown> = {}): Templates {
  // CDK validates every synth with a WASM engine: seconds, and only the policies are looked at.
  process.env['CDK_VALIDATION'] = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'permissions-'));
  try {
    const app = new App({ outdir, context });
    build(app);
    const { stacks } = app.synth();
    return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
