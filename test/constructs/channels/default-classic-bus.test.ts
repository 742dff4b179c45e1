import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ClassicBus, type DefaultClassicBusProps, EventArchive, Subscription } from '../../../lib';
import { placed, shipped } from '../../support/contracts';
import { counts, env, resource, stack } from '../../support/stacks';

const defaultBus = (props?: DefaultClassicBusProps) => {
  const of = stack({ env });
  return { of, bus: ClassicBus.defaultBus(of, 'Default', props) };
};

describe('ClassicBus.defaultBus', () => {
  it('makes nothing: the bus is there, and is archived only where asked', () => {
    const { of, bus } = defaultBus();
    expect(counts(of)).toEqual({});
    expect(bus.busName).toBe('default');
    expect(bus.deadLetterQueue).toBeUndefined();
    expect(of.resolve(bus.busArn)).toEqual({
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:event-bus/default'],
      ],
    });
  });

  it('archives what it carries for as long as asked, and keeps the archive', () => {
    const { of, bus } = defaultBus({ archive: EventArchive.retain(Duration.days(7)) });
    expect(counts(of)).toEqual({ 'AWS::Events::Archive': 1 });
    const archive = resource(of, 'AWS::Events::Archive');
    expect(archive.Properties).toEqual({ RetentionDays: 7, SourceArn: of.resolve(bus.busArn) });
    expect(archive.DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  it('lets go of the archive where the user says so', () => {
    const props = { archive: EventArchive.forever(), removalPolicy: RemovalPolicy.DESTROY };
    expect(resource(defaultBus(props).of, 'AWS::Events::Archive').DeletionPolicy).toBe('Delete');
  });

  it('names the bus in its rules', () => {
    const { of, bus } = defaultBus();
    new Subscription(of, 'Seattle', { from: bus, events: [placed.all()] });
    expect(resource(of, 'AWS::Events::Rule').Properties.EventBusName).toBe('default');
  });

  test.each([
    [
      'a removal policy without an archive',
      { removalPolicy: RemovalPolicy.DESTROY },
      'spillway:option-without-effect',
    ],
    [
      'an archive of hours',
      { archive: EventArchive.retain(Duration.hours(1)) },
      'spillway:archive-retention',
    ],
    ['a contract that is listed twice', { contracts: [placed, placed] }, 'spillway:contract-twice'],
  ])('refuses %s', (_name, props, id) => {
    expect(() => defaultBus(props)).toThrow(id);
  });

  it('refuses an event that it is not said to carry', () => {
    const { of, bus } = defaultBus({ contracts: [placed] });
    expect(() => new Subscription(of, 'Seattle', { from: bus, events: [shipped.all()] })).toThrow(
      'spillway:contract-foreign',
    );
  });
});
