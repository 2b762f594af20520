package dev.vedette.stream;

import dev.vedette.poll.Poll;
import dev.vedette.poll.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Polls that wait to be stored. Many small ones go into one transaction; one that could not be
 * stored before goes alone, so that it cannot spoil it for others. Thread-safe.
 */
final class Outbox {

  /** The most polls of one transaction. */
  static final int MOST_POLLS = 100;

  /** The most text of one transaction, in UTF-16 units, beyond the first poll's. */
  static final long MOST_TEXT = 8L << 20;

  /**
   * One poll.
   *
   * @param alone whether it must not share its transaction
   */
  record Item(Source source, Poll poll, boolean alone) {
    long text() {
      return poll.articles().stream().mapToLong(article -> article.body().length()).sum();
    }
  }

  private final Deque<Item> items = new ArrayDeque<>();
  private boolean busy;

  /** Whether somebody must begin to empty it. */
  synchronized boolean add(Item item) {
    items.add(item);
    boolean idle = !busy;
    busy = true;
    return idle;
  }

  /** What is to be stored next in one transaction; empty when there is no more. */
  synchronized List<Item> next() {
    List<Item> batch = new ArrayList<>();
    long text = 0;
    Item first = items.peek();
    while (first != null && batch.size() < MOST_POLLS) {
      text += first.text();
      if (!batch.isEmpty() && (first.alone() || batch.get(0).alone() || text > MOST_TEXT)) {
        break;
      }
      batch.add(items.remove());
      first = items.peek();
    }
    busy = !batch.isEmpty();
    return batch;
  }
}
