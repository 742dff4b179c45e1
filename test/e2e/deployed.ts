import type { Message } from '@aws-sdk/client-sqs';
import { Flow } from '../../lib/analysis';
import { deploy, type Outputs, type Version } from './deploy/assembly';
import { arnOutput, urlOutput } from './deploy/outputs';
import type { Endpoint } from './endpoint';
import { mismatchesOf } from './traffic/comparison';
import { keyOf, type Shares } from './traffic/prediction';
import { drainMessages } from './traffic/queue';

/** A version of the app at the endpoint, and what the template reader reads from its real templates. */
export interface Deployed {
  readonly at: Endpoint;
  readonly flow: Flow;
  /** The first bus; empty where there is none. */
  readonly bus: string;
  /** Of each queue, by its key. */
  readonly urls: ReadonlyMap<string, string>;
  /** The ARN of each topic, by its key. */
  readonly topics: ReadonlyMap<string, string>;
  /** Whatever the stacks tell. */
  readonly outputs: Outputs;
}

export async function deployTo(at: Endpoint, version: Version): Promise<Deployed> {
  const outputs = await deploy(version);
  const flow = Flow.of(version.real);
  return {
    at,
    flow,
    bus: busOf(flow),
    urls: urlsOf(flow, outputs),
    topics: topicsOf(flow, outputs),
    outputs,
  };
}

const busOf = ({ channels }: Flow): string =>
  channels.find(({ type }) => type === 'classicBus')?.name ?? '';

/**
 * One stack of several that have nothing to do with each other, read as if there were no other: which
 * name CloudFormation gives a resource of one is not known from the templates, so that it might be
 * that of a resource of another. All queues are still compared.
 */
export function onlyStack(deployed: Deployed, { real }: Version, stack: string): Deployed {
  const flow = Flow.of({ [stack]: real[stack] });
  return { ...deployed, flow, bus: busOf(flow) };
}

function urlsOf(flow: Flow, outputs: Outputs): Map<string, string> {
  const urls = flow.queues.map((queue) => {
    const url = outputs[queue.stack]?.[urlOutput(queue.logicalId)];
    if (url === undefined) throw new Error(`no output tells the URL of ${keyOf(queue)}`);
    return [keyOf(queue), url] as const;
  });
  return new Map(urls);
}

function topicsOf(flow: Flow, outputs: Outputs): Map<string, string> {
  const topics = flow.channels.flatMap(({ type, declared }) => {
    const arn = declared && outputs[declared.stack]?.[arnOutput(declared.logicalId)];
    return type === 'topic' && arn ? [[keyOf(declared), arn] as const] : [];
  });
  return new Map(topics);
}

/** What a consumer took out of a queue before it is pulled dry. */
export type Taken = ReadonlyMap<string, readonly string[]>;

/** What else is compared of the messages of a queue than the events in them. */
export type AlsoCompared = (queue: string, messages: readonly Message[]) => string[];

/** Pulls every queue dry, and compares it, with what was taken out of it before, with its share. */
export async function compareAll(
  { at, urls }: Pick<Deployed, 'at' | 'urls'>,
  shares: Shares,
  taken: Taken = new Map(),
  also: AlsoCompared = () => [],
): Promise<string[]> {
  const gone = [...shares.keys()].filter((key) => !urls.has(key));
  const queues = [...urls].map(async ([key, url]) => {
    const share = shares.get(key) ?? [];
    const before = taken.get(key) ?? [];
    const count = share.length - before.length;
    const messages = await drainMessages(at.queues, url, (all) => all.length >= count);
    const bodies = messages.map(({ Body = '' }) => Body);
    return [...mismatchesOf(key, share, [...before, ...bodies]), ...also(key, messages)];
  });
  const compared = await Promise.all(queues);
  return [...gone.map((key) => `${key} is gone, with what lay in it`), ...compared.flat()];
}
