import { Flow } from '../../lib/analysis';
import { deploy, type Outputs, type Version } from './deploy/assembly';
import { urlOutput } from './deploy/url-output';
import type { Endpoint } from './endpoint';
import { mismatchesOf } from './traffic/comparison';
import { keyOf, type Shares } from './traffic/prediction';
import { drain } from './traffic/queue';

/** A version of the app at the endpoint, and what the template reader reads from its real templates. */
export interface Deployed {
  readonly at: Endpoint;
  readonly flow: Flow;
  readonly bus: string;
  /** Of each queue, by its key. */
  readonly urls: ReadonlyMap<string, string>;
}

export async function deployTo(at: Endpoint, version: Version): Promise<Deployed> {
  const outputs = await deploy(version);
  const flow = Flow.of(version.real);
  const [{ name: bus }] = flow.channels;
  return { at, flow, bus, urls: urlsOf(flow, outputs) };
}

function urlsOf(flow: Flow, outputs: Outputs): Map<string, string> {
  const urls = flow.queues.map((queue) => {
    const url = outputs[queue.stack]?.[urlOutput(queue.logicalId)];
    if (url === undefined) throw new Error(`no output tells the URL of ${keyOf(queue)}`);
    return [keyOf(queue), url] as const;
  });
  return new Map(urls);
}

/** What a consumer took out of a queue before it is pulled dry. */
export type Taken = ReadonlyMap<string, readonly string[]>;

/** Pulls every queue dry, and compares it, with what was taken out of it before, with its share. */
export async function compareAll(
  { at, urls }: Deployed,
  shares: Shares,
  taken: Taken = new Map(),
): Promise<string[]> {
  const gone = [...shares.keys()].filter((key) => !urls.has(key));
  const queues = [...urls].map(async ([key, url]) => {
    const share = shares.get(key) ?? [];
    const before = taken.get(key) ?? [];
    const bodies = await drain(at.queues, url, share.length - before.length);
    return mismatchesOf(key, share, [...before, ...bodies]);
  });
  const compared = await Promise.all(queues);
  return [...gone.map((key) => `${key} is gone, with what lay in it`), ...compared.flat()];
}
