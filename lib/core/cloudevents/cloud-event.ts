/**
 * An event on the wire: a structured CloudEvent 1.0 in the JSON format.
 *
 * `T` is the type of its `data`. It is a promise of the producer, not a check: validate `data`
 * against the contract's schema before you trust it.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export interface CloudEvent<T = unknown> {
  readonly specversion: '1.0';

  /**
   * Names this event within its `source`; at least one character. Two events with the same `source`
   * and `id` are the same event sent twice, so a producer that tries again must send the same id.
   */
  readonly id: string;

  /**
   * Who emits it: a URI-reference (RFC 3986) such as `shop.checkout`. It is EventBridge's Source:
   * at most 256 characters, and `aws.` belongs to AWS.
   */
  readonly source: string;

  /**
   * What happened, such as `order.placed.v1`. It is EventBridge's DetailType: 1 to 128 characters.
   */
  readonly type: string;

  /**
   * When it happened: an RFC 3339 time with an offset, such as
   * `2026-01-31T09:30:00.123456789+01:00`. All digits travel in `detail`; EventBridge's Time holds
   * milliseconds.
   */
  readonly time?: string;

  /** What it is about, within `source`, such as an order number; at least one character. */
  readonly subject?: string;

  /** Media type (RFC 2046) of the data. Without it the data is JSON. */
  readonly datacontenttype?: string;

  /** The schema of the data: an absolute URI (RFC 3986, section 4.3), so without a fragment. */
  readonly dataschema?: string;

  /**
   * What the event tells: any JSON value, `null` too; a string if `datacontenttype` is not JSON.
   */
  readonly data?: T;

  /** Binary data in base64 (RFC 4648, with padding), instead of `data`. */
  readonly data_base64?: string;

  /**
   * An extension attribute, such as `partitionkey`: a name of a-z and 0-9; a string, a boolean or
   * an integer of 32 bits.
   */
  readonly [extension: string]: string | number | boolean | T | undefined;
}
