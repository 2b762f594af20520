package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Stories;
import dev.vedette.alert.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, per entry, what was told; {@link Stories} decides.
 *
 * <p>The store is windowed by the time of the story's first article, so that it forgets by itself;
 * its keys are the entry with the fingerprint of the words, and the entry with the article.
 */
final class StoryStep implements FixedKeyProcessorSupplier<String, Candidate, Alert> {

  /** The store's name, and so its changelog topic's. */
  static final String STORE = "told";

  private final Duration window;
  private final StoreBuilder<WindowStore<String, Told>> store;

  StoryStep(Duration window, Serde<Told> values) {
    this.window = window;
    this.store =
        Stores.windowStoreBuilder(
            Stores.inMemoryWindowStore(STORE, window, window, false), Serdes.String(), values);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(store);
  }

  @Override
  public FixedKeyProcessor<String, Candidate, Alert> get() {
    return new Teller(window);
  }

  private static final class Teller implements FixedKeyProcessor<String, Candidate, Alert> {

    private final Duration window;
    private @Nullable FixedKeyProcessorContext<String, Alert> context;
    private @Nullable WindowStore<String, Told> told;

    Teller(Duration window) {
      this.window = window;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Alert> context) {
      this.context = context;
      this.told = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<String, Candidate> record) {
      if (context == null || told == null) {
        throw new IllegalStateException("process before init");
      }
      Candidate candidate = record.value();
      String byWords = candidate.entry() + ' ' + candidate.words();
      String byArticle = candidate.entry() + " @" + candidate.article().id();
      Told before = before(told, byWords, record.timestamp());
      if (before == null) { // the same article again, with other words: read by another source
        before = before(told, byArticle, record.timestamp());
      }
      Stories.Telling telling = Stories.tell(candidate, before);
      long since = telling.told().since().toEpochMilli();
      told.put(byWords, telling.told(), since);
      told.put(byArticle, telling.told(), since);
      if (telling.alert() != null) {
        context.forward(record.withValue(telling.alert()));
      }
    }

    private @Nullable Told before(WindowStore<String, Told> store, String key, long time) {
      Instant now = Instant.ofEpochMilli(time);
      Told last = null;
      try (WindowStoreIterator<Told> found =
          store.fetch(key, now.minus(window), now.plus(window))) {
        while (found.hasNext()) {
          last = found.next().value;
        }
      }
      return last;
    }
  }
}
