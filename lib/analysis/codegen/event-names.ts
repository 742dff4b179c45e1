/** How an event is called in code: in a type, in a file of TypeScript, in a module of Python. */
export interface EventNames {
  /** OrderPlacedV1 */
  readonly type: string;
  /** order-placed-v1 */
  readonly file: string;
  /** order_placed_v1 */
  readonly module: string;
  /** orderplacedv1 */
  readonly folder: string;
}

/** From `order.placed.v1`: its words are what letters and digits stand together, and camel humps. */
export function namesOf(eventType: string): EventNames {
  const words = eventType
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const first = words[0] ?? '';
  // A name can't begin with a digit.
  const named = /^\p{L}/u.test(first) ? words : ['event', ...words];
  const lower = named.map((word) => word.toLowerCase());
  return {
    type: lower.map((word) => word.replace(/^./u, (letter) => letter.toUpperCase())).join(''),
    file: lower.join('-'),
    module: lower.join('_'),
    folder: lower.join(''),
  };
}
