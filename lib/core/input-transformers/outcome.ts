/**
 * What a target gets. Where `text` is known it is the body that the target receives: EventBridge
 * may set spaces and spell numbers otherwise, which no page tells.
 */
export type TransformedInput =
  | { readonly known: true; readonly text: string }
  | {
      readonly known: false;
      /** Whether the target gets anything. */
      readonly delivered: 'yes' | 'no' | 'unknown';
      /** Why the body can't be told, or doesn't arrive. */
      readonly reason: string;
    };

export type Untold = TransformedInput & { readonly known: false };

/** What no page tells: whether anything arrives is not known either. */
export const unclear = (reason: string): Untold => ({
  known: false,
  delivered: 'unknown',
  reason,
});
