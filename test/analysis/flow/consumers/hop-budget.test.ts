import type { PipeHop, PushHop, QueueRoute } from '../../../../lib/analysis';
import { addPipe, arnOf, message, type QueueChange, routeOf, warehouse } from '../queue-template';

function allHops({ hops }: QueueRoute): (PipeHop | PushHop)[] {
  return hops.flatMap((hop) => {
    const onward = 'pipe' in hop ? hop.onward : undefined;
    return onward ? [hop, ...allHops(onward)] : [hop];
  });
}

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/**
 * The work queue has 30 pipes to a hub of 30 consumers, then idle ones, and last the pipe to the
 * queue of the function. Before that one 30 x 30 + 31 hops are counted, and the idle ones.
 */
const crowd =
  (idlePipes: number, idlePushes: number): QueueChange =>
  (resources) => {
    const { Pipe, EventSource, Work } = resources;
    const add = (name: string, count: number, Type: string, Properties: object) => {
      for (const at of times(count)) {
        Object.assign(resources, { [`${name}${at}`]: { Type, Properties } });
      }
    };
    const pipe = (from: string, to: string) => {
      return { ...Pipe.Properties, Source: arnOf(from), Target: arnOf(to) };
    };
    const push = (from: string) => ({ ...EventSource.Properties, EventSourceArn: arnOf(from) });
    const Hub = { ...Work, Properties: { ...Work.Properties, QueueName: 'hub' } };
    delete (resources as { Pipe?: unknown }).Pipe;
    addPipe('Work', 'Unused')(resources); // for its role
    Object.assign(resources, { Hub, WorkToUnused: undefined });
    Object.assign(Pipe.Properties, { RoleArn: arnOf('AnyRole') });
    const toHub = { ...pipe('Work', 'Hub'), TargetParameters: { InputTemplate: '<$.body>' } };
    add('ToHub', 30, 'AWS::Pipes::Pipe', toHub);
    add('FromHub', 15, 'AWS::Pipes::Pipe', pipe('Hub', 'DeadLetters'));
    add('PushFromHub', 15, 'AWS::Lambda::EventSourceMapping', push('Hub'));
    add('Idle', idlePipes, 'AWS::Pipes::Pipe', pipe('Work', 'DeadLetters'));
    add('IdlePush', idlePushes, 'AWS::Lambda::EventSourceMapping', push('Work'));
    Object.assign(resources, { Pipe });
  };

describe('The thousand hops', () => {
  const over = 'it is followed over 1000 hops, no further';
  const hopsTo = (name: string, { hops }: QueueRoute) =>
    hops.filter(({ to }) => typeof to === 'object' && to.logicalId === name);

  it.each<[string, number, number]>([
    ['pipes', 68, 0],
    ['pushes', 0, 68],
    ['both', 34, 34],
  ])('go on after 999 of them: the idle are %s', (_, pipes, pushes) => {
    const route = routeOf(crowd(pipes, pushes));
    expect(allHops(route)).toHaveLength(1_000);
    expect(hopsTo('Fifo', route)).toMatchObject([
      { verdict: 'delivered', onward: { hops: [{ to: { logicalId: 'Function' } }] } },
    ]);
  });

  it.each<[string, number, number]>([
    ['pipes', 69, 0],
    ['pushes', 0, 69],
    ['both', 34, 35],
  ])('end after 1,000 of them: the idle are %s', (_, pipes, pushes) => {
    const route = routeOf(crowd(pipes, pushes));
    expect(allHops(route)).toHaveLength(1_000);
    const [hop] = hopsTo('Fifo', route);
    expect(hop).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining(over) });
    expect(hop).not.toHaveProperty('onward');
  });

  it('are counted anew for each event', () => {
    const flow = warehouse(crowd(68, 0));
    const route = () => flow.route(message, { channel: 'work' });
    expect(allHops(route())).toHaveLength(1_000);
    expect(allHops(route())).toHaveLength(1_000);
  });
});
