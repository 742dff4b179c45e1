/**
 * Something that a contract's schema asks and API Gateway can't check.
 */
export interface LostCheck {
  /**
   * The event, by its type.
   */
  readonly eventType: string;

  /**
   * Where in the schema: a JSON pointer.
   */
  readonly path: string;

  /**
   * The keyword.
   */
  readonly keyword: string;

  /**
   * Why it can't be checked.
   */
  readonly reason: string;
}
