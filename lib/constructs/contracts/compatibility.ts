/**
 * Which versions of a contract's schema have to live together. The names are those of other schema
 * registries; `contracts/<source>/<eventType>/` holds the versions.
 */
export enum Compatibility {
  /**
   * A new reader takes the events of the last accepted version: a replay of them goes well.
   */
  BACKWARD = 'BACKWARD',

  /**
   * `BACKWARD`, with every accepted version.
   */
  BACKWARD_TRANSITIVE = 'BACKWARD_TRANSITIVE',

  /**
   * A consumer of the last accepted version takes new events.
   */
  FORWARD = 'FORWARD',

  /**
   * `FORWARD`, with every accepted version.
   */
  FORWARD_TRANSITIVE = 'FORWARD_TRANSITIVE',

  /**
   * Both `BACKWARD` and `FORWARD`.
   */
  FULL = 'FULL',

  /**
   * `FULL`, with every accepted version: archives and queues hold old events for long, and old
   * consumers go on running.
   */
  FULL_TRANSITIVE = 'FULL_TRANSITIVE',
}
