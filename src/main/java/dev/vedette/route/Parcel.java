package dev.vedette.route;

import dev.vedette.alert.Alert;
import java.time.Instant;

/** An alert that waits, and where it stands on its topic. */
public final class Parcel {

  private final Alert alert;
  private final byte[] record;
  private final int partition;
  private final long offset;
  private final Instant since;

  Parcel(Alert alert, byte[] record, int partition, long offset, Instant since) {
    this.alert = alert;
    this.record = record;
    this.partition = partition;
    this.offset = offset;
    this.since = since;
  }

  /** What is to be told. */
  public Alert alert() {
    return alert;
  }

  /** The record's value, byte for byte; not to be changed. */
  public byte[] record() {
    return record;
  }

  /** The record's partition. */
  public int partition() {
    return partition;
  }

  /** The record's offset. */
  public long offset() {
    return offset;
  }

  /** Since when it waits: when its article was fetched, so that a restart changes nothing. */
  Instant since() {
    return since;
  }
}
