import type { Duration } from 'aws-cdk-lib';

/**
 * How long a bus keeps every event for a replay.
 */
export class EventArchive {
  /**
   * Keeps events for whole days, at least one.
   */
  public static retain(retention: Duration): EventArchive {
    return new EventArchive(true, retention);
  }

  /**
   * Keeps events until somebody deletes the archive.
   */
  public static forever(): EventArchive {
    return new EventArchive(true);
  }

  /**
   * Keeps none: an event that no subscription took, or that a consumer mishandled, can't be
   * replayed.
   */
  public static none(): EventArchive {
    return new EventArchive(false);
  }

  /**
   * Whether events are kept.
   */
  public readonly enabled: boolean;

  /**
   * How long.
   *
   * @default - until somebody deletes the archive
   */
  public readonly retention?: Duration;

  private constructor(enabled: boolean, retention?: Duration) {
    this.enabled = enabled;
    this.retention = retention;
  }
}
