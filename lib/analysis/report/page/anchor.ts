import type { CatalogueEvent } from '../../catalogue';
import { wellFormed } from './well-formed';

type Name = Pick<CatalogueEvent, 'source' | 'eventType'>;

/** The id of an event's place on the page, for links from elsewhere: `shop/order.placed.v1`. */
export function anchorOf({ source, eventType }: Name): string {
  return [source, eventType].map((part) => encodeURIComponent(wellFormed(part))).join('/');
}
