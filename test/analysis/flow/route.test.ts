import {
  type Change,
  condition,
  deadLettersArn,
  drop,
  hopOf,
  order,
  type Row,
  shop,
} from './shop-template';

const rules: Row[] = [
  [
    'the pattern is for another source',
    ({ Rule }) => {
      Rule.Properties.EventPattern = { source: ['shop.returns'] };
    },
    'filtered',
    'the pattern does not match',
  ],
  [
    'the rule is disabled',
    ({ Rule }) => {
      Rule.Properties.State = 'DISABLED';
    },
    'filtered',
    'the rule is DISABLED',
  ],
  [
    'a parameter decides whether the rule is enabled',
    ({ Rule }) => {
      Rule.Properties.State = { Ref: 'State' };
    },
    'unknown',
    "the rule's state is ⟨parameter State of Shop⟩",
  ],
  [
    'the rule may not exist',
    ({ Rule }) => {
      Rule.Condition = 'IsProduction';
    },
    'unknown',
    'the rule: it exists only if the condition IsProduction holds',
  ],
  [
    'the rule has a schedule only',
    ({ Rule }) => {
      delete (Rule.Properties as { EventPattern?: unknown }).EventPattern;
    },
    'filtered',
    'the rule has a schedule and no pattern',
  ],
  [
    'the pattern is not valid',
    ({ Rule }) => {
      Rule.Properties.EventPattern = { source: [{ prefix: 5 }] };
    },
    'unknown',
    'the pattern is not valid: Event pattern, source',
  ],
  [
    'the pattern is a list',
    ({ Rule }) => {
      Rule.Properties.EventPattern = [{ source: ['shop.checkout'] }];
    },
    'unknown',
    'the pattern is neither an object nor a text',
  ],
  [
    'the pattern is a JSON text',
    ({ Rule }) => {
      Rule.Properties.EventPattern = '{"detail-type": ["order.placed.v1"]}';
    },
    'delivered',
    '',
  ],
  [
    'a parameter without a default decides the pattern',
    ({ Rule }) => {
      Rule.Properties.EventPattern = { source: [{ Ref: 'Source' }] };
    },
    'unknown',
    'the pattern is not known',
  ],
  [
    'the pattern asks for the account',
    ({ Rule }) => {
      Rule.Properties.EventPattern = { account: [{ Ref: 'AWS::AccountId' }] };
    },
    'delivered',
    '',
  ],
  [
    'the pattern asks for the time, which the event does not tell',
    ({ Rule }) => {
      Rule.Properties.EventPattern = { time: [{ prefix: '2026' }], source: ['shop.checkout'] };
    },
    'unknown',
    'the pattern asks for time',
  ],
  [
    'the pattern asks for the time, and for another source',
    ({ Rule }) => {
      Rule.Properties.EventPattern = { time: [{ prefix: '2026' }], source: ['shop.returns'] };
    },
    'filtered',
    'the pattern does not match',
  ],
  [
    'the pattern asks for the time or for this source',
    ({ Rule }) => {
      Rule.Properties.EventPattern = {
        $or: [{ time: [{ prefix: '2026' }] }, { source: ['shop.checkout'] }],
      };
    },
    'delivered',
    '',
  ],
  [
    'the rule has no target',
    ({ Rule }) => {
      Rule.Properties.Targets = [];
    },
    'matched',
    'the rule has no target',
  ],
  [
    'the rule may be on another bus',
    ({ Rule }) => {
      Rule.Properties.EventBusName = { Ref: 'BusName' };
    },
    'unknown',
    "the rule's bus may be another one",
  ],
];

describe('routeEvent by a rule', () => {
  test.each(rules)('the verdict where %s', (_, change, verdict, reason) => {
    expect(hopOf(shop(change))).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });
});

describe('routeEvent', () => {
  it('delivers to a queue whose policy and key let the rule in, and says which statements do', () => {
    const hop = hopOf(shop());
    expect(hop).toMatchObject({ verdict: 'delivered', pattern: 'matched' });
    expect(hop.reason).toBe(
      'Shop/QueuePolicy allows events.amazonaws.com sqs:SendMessage: statement 1 (Events); ' +
        'Shop/Key allows events.amazonaws.com kms:GenerateDataKey: statement 1 (Events); ' +
        'Shop/Key allows events.amazonaws.com kms:Decrypt: statement 1 (Events)',
    );
  });

  it('has the steps that lead to a verdict', () => {
    const flow = shop((resources) => drop(resources, 'QueuePolicy'));
    const [queue, deadLetterQueue] = flow.queues;
    const hop = hopOf(flow);
    expect(hop.to).toBe(queue);
    expect(hop.target).toMatchObject({ to: queue, verdict: 'denied' });
    expect(hop.deadLetter).toMatchObject({ to: deadLetterQueue, verdict: 'delivered' });
    expect(hop.delivers).toBeUndefined();
  });

  it('says of a rule that may not exist that its pattern is unknown', () => {
    const flow = shop(({ Rule }) => {
      Rule.Condition = 'IsProduction';
    });
    expect(hopOf(flow).pattern).toBe('unknown');
  });

  it('is unmatched where every rule filters, and not where one is lost or unknown', () => {
    const route = (change: Change) => shop(change).route(order).unmatched;
    const lose: Change = (resources) => {
      drop(resources, 'QueuePolicy');
      drop(resources, 'DeadLettersPolicy');
    };
    expect(route((resources) => drop(resources, 'Rule'))).toBe(true);
    expect(
      route(({ Rule }) => {
        Rule.Properties.State = 'DISABLED';
      }),
    ).toBe(true);
    expect(route(lose)).toBe(false);
    expect(
      route(({ Rule }) => {
        Rule.Condition = 'IsProduction';
      }),
    ).toBe(false);
  });

  it('has a hop for each target of a rule', () => {
    const flow = shop(({ Rule }) => {
      Rule.Properties.Targets.push({ Id: 'Dead', Arn: deadLettersArn });
    });
    const { hops } = flow.route(order);
    expect(hops.map(({ to, verdict }) => [to, verdict])).toEqual([
      [flow.queues[0], 'delivered'],
      [flow.queues[1], 'delivered'],
    ]);
  });
});

describe('routeEvent without an environment', () => {
  it('decides the same without an environment, as long as no policy names one', () => {
    expect(hopOf(shop(undefined, {})).verdict).toBe('delivered');
    const otherBus = {
      'Fn::Sub': 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/other/*',
    };
    const change = condition({ ArnLike: { 'aws:SourceArn': otherBus } });
    expect(hopOf(shop(change, {})).verdict).toBe('deadLettered');
  });

  it('leaves open what a literal account decides as long as the account is not given', () => {
    const change = condition({ StringEquals: { 'aws:SourceAccount': '111122223333' } });
    expect(hopOf(shop(change, {}))).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('wants 111122223333, the request has ⟨AWS::AccountId⟩'),
    });
    expect(hopOf(shop(change)).verdict).toBe('delivered');
  });

  it.each([
    ['a literal of our own mark', '⟨AWS::AccountId⟩'],
    ['a pseudo parameter without Fn::Sub', '${AWS::AccountId}'],
  ])('does not take %s for the account', (_, text) => {
    const change = condition({ StringEquals: { 'aws:SourceAccount': text } });
    expect(hopOf(shop(change, {})).verdict).toBe('unknown');
  });
});

describe('routeEvent with an event', () => {
  it('refuses an event that PutEvents does not take, and names every field', () => {
    const event = { source: '', detailType: 5, detail: [] } as unknown as typeof order;
    expect(() => shop().route(event)).toThrow(
      'event: source: ""; expected a text of at least one character; ' +
        'detailType: number; expected a text of at least one character; ' +
        'detail: an array; expected an object',
    );
  });

  it('refuses a detail that JSON can not hold', () => {
    const detail: { self?: unknown } = {};
    detail.self = detail;
    expect(() => shop().route({ ...order, detail })).toThrow("event.detail can't be written");
  });
});
