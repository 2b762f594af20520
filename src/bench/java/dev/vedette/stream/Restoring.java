package dev.vedette.stream;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How long the stores take from the first that is restored to the last. */
final class Restoring implements StateRestoreListener {

  private final AtomicLong begin = new AtomicLong();
  private final AtomicLong end = new AtomicLong();
  private final AtomicLong records = new AtomicLong();

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
    begin.compareAndSet(0, System.nanoTime());
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long to, long restored) {
    records.addAndGet(restored);
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    end.set(System.nanoTime());
  }

  double seconds() {
    return (end.get() - begin.get()) / 1e9;
  }

  long records() {
    return records.get();
  }
}
