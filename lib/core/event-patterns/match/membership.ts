/** From arrays, numbered through the event, to the index of one element; innermost first. */
export interface Membership {
  readonly size: number;
  get(array: number): number | undefined;
  [Symbol.iterator](): Iterator<[array: number, index: number]>;
}

/** An element and those around it, which it shares with its neighbours; a Map would be a copy. */
export class Place implements Membership {
  readonly size: number;

  constructor(
    private readonly array: number,
    private readonly index: number,
    private readonly outer: Place | undefined,
  ) {
    this.size = 1 + (outer?.size ?? 0);
  }

  get(array: number): number | undefined {
    for (let place: Place | undefined = this; place !== undefined; place = place.outer) {
      if (place.array === array) {
        return place.index;
      }
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<[array: number, index: number]> {
    for (let place: Place | undefined = this; place !== undefined; place = place.outer) {
      yield [place.array, place.index];
    }
  }
}

export const nowhere: Membership = new Map<number, number>();
