package dev.vedette.history;

/**
 * Where a record stands on its topic.
 *
 * @param log which topic
 * @param partition of it
 * @param offset in the partition
 */
public record Place(Log log, int partition, long offset) {

  /** The topics that a history is made of. */
  public enum Log {
    /** Alerts. */
    ALERTS,
    /** What people say of alerts and entries. */
    FEEDBACK,
    /** Articles. */
    ARTICLES
  }
}
