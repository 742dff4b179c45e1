import { namesOf } from '../../../lib/analysis/codegen/event-names';

describe('namesOf', () => {
  it('gives an event a name in each kind of place', () => {
    expect(namesOf('order.placed.v1')).toEqual({
      ...{ type: 'OrderPlacedV1', file: 'order-placed-v1' },
      ...{ module: 'order_placed_v1', folder: 'orderplacedv1' },
    });
  });

  it.each([
    ['camel humps', 'orderPlaced.v1', 'OrderPlacedV1', 'order_placed_v1'],
    ['capitals', 'ORDER.placed.V1', 'OrderPlacedV1', 'order_placed_v1'],
    ['spaces and slashes', 'Order Placed/v1', 'OrderPlacedV1', 'order_placed_v1'],
    ['a path', '../../etc.v1', 'EtcV1', 'etc_v1'],
    ['a digit first', '2fa.sent.v1', 'Event2faSentV1', 'event_2fa_sent_v1'],
    ['other letters', 'commande.passée.v1', 'CommandePasséeV1', 'commande_passée_v1'],
    ['no letter at all', '.:.', 'Event', 'event'],
  ])('takes %s', (_, eventType, type, module) => {
    expect(namesOf(eventType)).toMatchObject({ type, module });
  });
});
