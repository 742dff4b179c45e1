import { EventContract, StandardTopic, Subscription } from '../../../lib';
import { env, resource, stack } from '../../support/stacks';

const contract = (eventType: string) =>
  EventContract.of({ source: 'shop.checkout', eventType, owner: 'checkout' });

describe('joinedFilters', () => {
  const [a, b, odd] = [contract('a.v1'), contract('b.v1'), contract('a.v1,b.v1')];
  const where = { total: [{ exists: true }] };

  const joined = () => {
    const of = stack({ env });
    const from = new StandardTopic(of, 'Orders');
    const events = [a.where({ urgent: [true] }), b.where({ urgent: [true] }), odd.where(where)];
    new Subscription(of, 'Seattle', { from, events });
    return of;
  };

  it('tells two types from one type that is written as both with a comma', () => {
    expect(resource(joined(), 'AWS::SNS::Subscription').Properties.FilterPolicy).toEqual({
      source: ['shop.checkout'],
      $or: [
        { type: ['a.v1', 'b.v1'], data: { urgent: [true] } },
        { type: ['a.v1,b.v1'], data: where },
      ],
    });
  });
});
