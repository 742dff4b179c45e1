import type { CloudEvent } from '../../lib/runtime';
import type { Version } from './deploy/assembly';
import { otherShares } from './deploy/change';
import { allow, type KnownDifference } from './deploy/known-differences';
import { templateDifference } from './deploy/template-difference';
import { compareAll, type Deployed, deployTo } from './deployed';
import { differences } from './differences';
import type { Outcome } from './report';
import { countOf, predict } from './traffic/prediction';
import { publish } from './traffic/publish';
import { settingMismatches } from './traffic/settings';

/** What is deployed is the real app, less what the endpoint refuses, but for what is known. */
export function templatesOf(
  versions: readonly Version[],
  known: readonly KnownDifference[] = [],
): Outcome {
  const compared = versions.map(({ real, deployed }) => templateDifference(real, deployed));
  const takenOut = new Set(compared.flatMap((one) => one.takenOut));
  const { changed, mismatches } = allow(
    known,
    compared.flatMap((one) => one.mismatches),
  );
  const changes = changed.length > 0 ? `; changed: ${changed.join(', ')}` : '';
  return {
    told: `all as on AWS, but without ${[...takenOut].join(', ') || 'nothing'}${changes}`,
    mismatches,
  };
}

/** What was deployed is set as its templates say, and nothing lies in it. */
export async function freshQueues(deployed: Deployed): Promise<Outcome> {
  const { at, flow, urls } = deployed;
  const mismatches = [
    ...(await settingMismatches(at.queues, flow, urls)),
    ...(await compareAll(deployed, new Map())),
  ];
  return { told: `${urls.size} queues, set as their templates say, and empty`, mismatches };
}

/** Every event comes to the queues that the template reader names, once, as it was published, and to no other. */
export async function dayOfOrders(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { shares, mismatches } = predict(deployed.flow, events);
  const { requests, sentAgain } = await publish(deployed.at.events, deployed.bus, events);
  const compared = await compareAll(deployed, shares);
  return {
    told:
      `${events.length} events in ${requests} requests, ${sentAgain} of them sent again; ` +
      `${countOf(shares)} messages in ${shares.size} queues`,
    mismatches: [...mismatches, ...compared],
  };
}

/** Deploys the second version over the first while messages lie in the queues: each queue stays, with what lies in it. */
export async function upgrade(
  first: Deployed,
  version: Version,
  events: readonly CloudEvent[],
): Promise<Outcome & { readonly second: Deployed }> {
  const { shares, mismatches } = predict(first.flow, events);
  await publish(first.at.events, first.bus, events);
  const second = await deployTo(first.at, version);
  const kept = [...first.urls].flatMap(([key, url]) =>
    differences(url, second.urls.get(key), `the URL of ${key}`),
  );
  const set = await settingMismatches(second.at.queues, second.flow, second.urls);
  const compared = await compareAll(second, shares);
  const added = second.urls.size - first.urls.size;
  return {
    told: `${first.urls.size} queues kept, with the ${countOf(shares)} messages in them; ${added} new`,
    mismatches: [...mismatches, ...kept, ...set, ...compared],
    second,
  };
}

/** What the second version brings takes effect. The events have to be such that it makes a difference to each queue. */
export async function dayAfter(
  first: Deployed,
  second: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const before = predict(first.flow, events).shares;
  const after = predict(second.flow, events).shares;
  const other = [...after.keys()].filter(
    (key) => after.get(key)?.length !== before.get(key)?.length,
  );
  const { told, mismatches } = await dayOfOrders(second, events);
  return {
    told: `${told}; more than before in ${other.join(', ')}`,
    mismatches: [
      ...mismatches,
      ...differences(otherShares, other.length, 'queues of other events'),
    ],
  };
}
