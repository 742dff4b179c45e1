import fc from 'fast-check';
import type { PipeHop, PushHop, QueueRoute, TopicMessage } from '../../../../lib/analysis';
import {
  addPipe,
  allow,
  arnOf,
  grouped,
  message,
  placed,
  type QueueChange,
  routeOf,
  set,
  warehouse,
} from '../queue-template';
import { hopOf, order, shop } from '../shop-template';
import { placed as published, subscriptionHop, topicShop } from '../topic-template';

type ConsumerHop = PipeHop | PushHop;

const onwardOf = (hop: ConsumerHop | undefined) => (hop && 'pipe' in hop ? hop.onward : undefined);

function allHops({ hops }: QueueRoute): ConsumerHop[] {
  return hops.flatMap((hop) => [hop, ...allHops(onwardOf(hop) ?? { ...empty, hops: [] })]);
}

const empty = routeOf(undefined, { body: 'x' });

describe('Flow.route from a queue', () => {
  it('follows a pipe to its target and on to the function', () => {
    const route = routeOf();
    expect(route).toMatchObject({
      event: message,
      channel: { kind: 'queue', name: 'work' },
      unmatched: false,
      hops: [
        {
          pipe: { kind: 'pipe', name: 'to-seattle', state: 'RUNNING' },
          from: { logicalId: 'Work' },
          to: { logicalId: 'Fifo' },
          verdict: 'delivered',
          pattern: 'matched',
          source: { verdict: 'delivered' },
          target: { verdict: 'delivered', to: { logicalId: 'Fifo' } },
          deadLetter: { verdict: 'delivered', to: { logicalId: 'DeadLetters' } },
          onward: {
            channel: { logicalId: 'Fifo' },
            event: { body: JSON.stringify(placed), messageGroupId: 'customer-7' },
            hops: [{ verdict: 'delivered', to: { logicalId: 'Function' } }],
          },
        },
      ],
    });
  });

  it('knows the attributes of an event where it was not sent, and none where it has none', () => {
    const kind = { DataType: 'String', StringValue: 'order' };
    const flow = topicShop(by(filtered({ eventSource: ['aws:sqs'] })));
    const onward = (messageAttributes: TopicMessage['messageAttributes']) =>
      subscriptionHop(flow, { message: 'x', messageAttributes }).onward?.event;
    expect(onward({ kind })).toEqual({ body: 'x', messageAttributes: { kind } });
    expect(onward({})).toEqual({ body: 'x' });
  });

  it('has no hop from a queue that nobody takes events out of', () => {
    const route = warehouse().route(message, { channel: 'dead-letters' });
    expect(route).toMatchObject({ hops: [], unmatched: false });
  });

  it('goes no further than the target of a pipe that nobody takes events out of', () => {
    const hop = routeOf(set('EventSource', { EventSourceArn: arnOf('DeadLetters') })).hops[0];
    expect(hop).toMatchObject({ verdict: 'delivered' });
    expect(hop).not.toHaveProperty('onward');
  });

  it.each<[string, object]>([
    ['that the target refuses', { MessageGroupId: '$.body.nothing' }],
    ['whose group is not known', { MessageGroupId: '$.body.data' }],
  ])('goes no further with an event %s', (_, SqsQueueParameters) => {
    const route = routeOf(({ Pipe }) => {
      Object.assign(Pipe.Properties.TargetParameters, { SqsQueueParameters });
    });
    expect(route.hops[0]).not.toHaveProperty('onward');
  });

  it('is unmatched where every consumer removes the event', () => {
    const Filters = [{ Pattern: '{"body":{"type":["x"]}}' }];
    const filtered = set('Pipe', { SourceParameters: { FilterCriteria: { Filters } } });
    expect(routeOf(filtered).unmatched).toBe(true);
    const stopped = set('Pipe', { DesiredState: 'STOPPED' });
    expect(routeOf(stopped).unmatched).toBe(false);
    const refused = set('Pipe', { TargetParameters: {} });
    const withoutDeadLetters = set('Work', { RedrivePolicy: undefined });
    const lost = routeOf((resources) => {
      refused(resources);
      withoutDeadLetters(resources);
    });
    expect(lost).toMatchObject({ unmatched: false, hops: [{ verdict: 'lost' }] });
    const neither = routeOf((resources) => {
      filtered(resources);
      stopped(resources);
    });
    expect(neither).toMatchObject({ unmatched: false, hops: [{ pattern: 'filtered' }] });
    const both = routeOf((resources) => {
      addPipe('Work', 'Other')(resources);
      filtered(resources);
    });
    expect(both.unmatched).toBe(false);
  });
});

describe('Several consumers of one queue', () => {
  it('compete', () => {
    const { hops } = routeOf((resources) => {
      addPipe('Work', 'Other')(resources);
      const { Properties } = resources.EventSource;
      const [policy] = resources.FunctionRole.Properties.Policies;
      policy?.PolicyDocument.Statement.push(allow(['sqs:*', 'kms:*'], '*'));
      Object.assign(resources, {
        Also: {
          ...resources.EventSource,
          Properties: { ...Properties, EventSourceArn: arnOf('Work') },
        },
      });
    });
    expect(hops).toHaveLength(3);
    for (const { reason } of hops) {
      expect(reason).toContain('; the queue has 3 consumers, and one of them gets it');
    }
  });

  it('do not include one that takes nothing', () => {
    const { hops } = routeOf((resources) => {
      addPipe('Work', 'Other')(resources);
      set('Pipe', { DesiredState: 'STOPPED' })(resources);
    });
    expect(hops).toMatchObject([
      {
        verdict: 'denied',
        reason: 'the pipe is STOPPED; another consumer of the queue may get it',
      },
      { verdict: 'delivered', reason: expect.not.stringContaining('consumers') },
    ]);
  });

  it.each<[unknown, string]>([
    [undefined, 'its retention of 4 days ends'],
    [86_400, 'its retention of 1 day ends'],
    [3_600, 'its retention of 1 hour ends'],
    [7_200, 'its retention of 2 hours ends'],
    [90, 'its retention of 90 s ends'],
    [{ Ref: 'Nothing' }, 'its retention ends'],
  ])('leave an event in the queue for %s', (MessageRetentionPeriod, reason) => {
    const { hops } = routeOf((resources) => {
      set('Pipe', { DesiredState: 'STOPPED' })(resources);
      set('Work', { MessageRetentionPeriod })(resources);
    });
    expect(hops).toMatchObject([
      { reason: `the pipe is STOPPED; it stays in the queue until ${reason}` },
    ]);
  });
});

describe('A recursive loop', () => {
  it('ends where the event comes back to its own queue', () => {
    const { hops } = routeOf(addPipe('Work', 'Work'));
    expect(hops[1]).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('the event comes back to Shop/Work: a recursive loop'),
      delivers: { body: placed },
    });
    expect(hops[1]).not.toHaveProperty('onward');
  });

  it('ends where the event comes back over another queue', () => {
    const route = routeOf((resources) => {
      addPipe('Work', 'Other')(resources);
      addPipe('Other', 'Work')(resources);
    });
    expect(onwardOf(route.hops[1])?.hops).toMatchObject([
      { verdict: 'unknown', reason: expect.stringContaining('a recursive loop') },
    ]);
  });

  it('is followed through 16 queues only', () => {
    const route = routeOf((resources) => {
      addPipe('Work', 'Q1')(resources);
      for (let at = 1; at < 20; at++) addPipe(`Q${at}`, `Q${at + 1}`)(resources);
    });
    const hops = allHops(route);
    expect(hops.at(-1)).toMatchObject({
      to: { name: 'q16' },
      verdict: 'unknown',
      reason: expect.stringContaining('it is followed through 16 queues, no further'),
    });
  });

  it('is followed over a thousand hops only', () => {
    const route = routeOf((resources) => {
      const queues = Array.from({ length: 9 }, (_, at) => `Q${at}`);
      addPipe('Work', 'Q0')(resources);
      for (const from of queues)
        for (const to of queues) if (from !== to) addPipe(from, to)(resources);
    });
    const hops = allHops(route);
    expect(hops.length).toBeLessThan(1_100);
    const reason = expect.stringContaining('it is followed over 1000 hops, no further');
    expect(hops).toContainEqual(expect.objectContaining({ verdict: 'unknown', reason }));
  });
});

/** A pipe on the queue of a rule or a subscription, with a filter. */
const filtered = (pattern: object): QueueChange => {
  const Filters = [{ Pattern: JSON.stringify(pattern) }];
  return (resources) => {
    addPipe('Queue', 'Last')(resources);
    const { QueueToLast } = resources as unknown as { QueueToLast: { Properties: object } };
    Object.assign(QueueToLast.Properties, { SourceParameters: { FilterCriteria: { Filters } } });
    const { Queue } = resources as unknown as { Queue: { Properties: object } };
    Object.assign(Queue.Properties, { KmsMasterKeyId: undefined });
  };
};

const by = (change: QueueChange) => change as unknown as (resources: object) => void;

describe('What a rule puts into a queue', () => {
  const onward = (pattern: object, target: object = { InputPath: undefined }) => {
    const flow = shop((resources) => {
      by(filtered(pattern))(resources);
      Object.assign(resources.Rule.Properties.Targets[0] ?? {}, target);
    });
    return hopOf(flow).onward;
  };

  it.each<[string, object, string]>([
    ['a field that is told', { body: { source: ['shop.checkout'] } }, 'delivered'],
    ['another value of it', { body: { source: ['x'] } }, 'lost'],
    ['a field that EventBridge sets', { body: { id: ['x'] } }, 'unknown'],
    ['a text, where it is JSON', { body: ['x'] }, 'lost'],
  ])('is asked by a pipe for %s', (_, pattern, verdict) => {
    expect(onward(pattern)?.hops).toMatchObject([{ verdict }]);
  });

  it.each<[string, string, object, string]>([
    ['in a list', '{"a":[<id>]}', { body: { a: ['x'] } }, 'unknown'],
    ['in a text that is no JSON', '"one"\n"<id>"', { body: ['x'] }, 'unknown'],
    ['nowhere in a text', '"one"\n"two"', { body: ['x'] }, 'lost'],
  ])('holds what EventBridge sets %s', (_, InputTemplate, pattern, verdict) => {
    const InputTransformer = { InputPathsMap: { id: '$.id' }, InputTemplate };
    const route = onward(pattern, { InputPath: undefined, InputTransformer });
    expect(route?.hops).toMatchObject([{ verdict }]);
  });

  it('may have any field where the name of one is not told', () => {
    const flow = shop(by(filtered({ body: { other: ['x'] } })));
    const known = hopOf(flow, { detail: { id: 1 } }).onward;
    const open = hopOf(flow, { detail: { '⟨name⟩': 1 } }).onward;
    expect([known, open].map((route) => route?.hops[0]?.verdict)).toEqual(['lost', 'unknown']);
  });

  it('has the group that the rule sets', () => {
    const SqsParameters = { MessageGroupId: 'all' };
    const route = onward({ attributes: { MessageGroupId: ['all'] } }, { SqsParameters });
    expect(route?.event).toEqual({ body: JSON.stringify(order.detail), messageGroupId: 'all' });
    expect(route?.hops).toMatchObject([{ verdict: 'delivered', delivers: { body: order.detail } }]);
  });

  it('is matched for the rule, whatever becomes of it in the queue', () => {
    const change = by(filtered({ body: ['x'] }));
    const route = shop(change).route(order, { channel: 'orders' });
    expect(route.hops[0]?.onward?.unmatched).toBe(true);
    expect(route.unmatched).toBe(false);
  });
});

describe('What a topic puts into a queue', () => {
  const onward = (pattern: object, RawMessageDelivery: boolean) => {
    const flow = topicShop((resources) => {
      by(filtered(pattern))(resources);
      Object.assign(resources.Subscription.Properties, { RawMessageDelivery });
    });
    return subscriptionHop(flow).onward;
  };
  const { message: event, messageAttributes } = published;
  const attribute = { messageAttributes: { total: { stringValue: ['20'] } } };

  it.each<[string, object, boolean, string]>([
    ['the message itself', { body: { id: ['order-1'] } }, true, 'delivered'],
    ['its attributes', attribute, true, 'delivered'],
    ['no attributes, with the JSON of SNS', attribute, false, 'lost'],
    ['the JSON of SNS', { body: { Type: ['Notification'] } }, false, 'delivered'],
    ['what only SNS knows', { body: { MessageId: ['x'] } }, false, 'unknown'],
  ])('is %s', (_, pattern, raw, verdict) => {
    expect(onward(pattern, raw)?.hops).toMatchObject([{ verdict }]);
  });

  it('arrives behind the pipe', () => {
    const raw = onward({ eventSource: ['aws:sqs'] }, true);
    expect(raw).toMatchObject({
      event: { body: JSON.stringify(event), messageAttributes },
      hops: [{ delivers: { body: event } }],
    });
    const { hops } = onward({ eventSource: ['aws:sqs'] }, false) ?? { hops: [] };
    expect(hops[0]?.delivers).toMatchObject({ body: { Message: JSON.stringify(event) } });
  });
});

describe('Flow of templates without pipes and event source mappings', () => {
  const bus = { ...order, time: '2025-01-01T00:00:00Z' };

  it('for every order goes no further than a queue', () => {
    const check = fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (data, source) => {
      const { hops } = shop().route({ ...bus, source, detail: { data } }, { channel: 'orders' });
      for (const hop of hops) expect(hop).not.toHaveProperty('onward');
      const published = topicShop().route({ message: { data } });
      for (const hop of published.hops) expect(hop).not.toHaveProperty('onward');
    });
    fc.assert(check, { numRuns: 50 });
  });

  it('has none', () => {
    expect(shop()).toMatchObject({ pipes: [], eventSources: [] });
    expect(shop().route(grouped, { channel: shop().queues[0]?.arn }).hops).toEqual([]);
  });
});
