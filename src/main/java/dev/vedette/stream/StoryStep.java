package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Stories;
import dev.vedette.alert.Telling;
import dev.vedette.alert.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, per entry, what was told; {@link Stories} decides.
 *
 * <p>Kafka's windowed store in memory has a map for each moment and looks through all of them for
 * one key, so the window is kept here: a story is forgotten when its entry gets an article after
 * its time, and once an hour where an entry gets none.
 */
final class StoryStep implements FixedKeyProcessorSupplier<String, Candidate, Telling> {

  /** The store's name, and so its changelog topic's. */
  static final String STORE = "stories";

  private static final Duration SWEEP = Duration.ofHours(1);

  /** The most stories whose marks are held beside the store, over all entries. */
  private static final int MOST_OPEN = 100_000;

  private final Duration window;
  private final StoreBuilder<KeyValueStore<Bytes, Told>> store;

  StoryStep(Duration window) {
    this.window = window;
    this.store =
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.Bytes(), ToldSerde.create());
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(store);
  }

  @Override
  public FixedKeyProcessor<String, Candidate, Telling> get() {
    return new Teller(window);
  }

  private static final class Teller implements FixedKeyProcessor<String, Candidate, Telling> {

    private final Duration window;

    /** The entries that had an article last; the others are opened again when they get one. */
    private final Map<String, Stories> open = new LinkedHashMap<>(16, 0.75f, true);

    private int stories;
    private @Nullable FixedKeyProcessorContext<String, Telling> context;
    private @Nullable KeyValueStore<Bytes, Told> told;

    Teller(Duration window) {
      this.window = window;
    }

    /**
     * Called again when a transaction was aborted: what was known of the stories counts no more.
     */
    @Override
    public void init(FixedKeyProcessorContext<String, Telling> context) {
      open.clear();
      stories = 0;
      this.context = context;
      KeyValueStore<Bytes, Told> store = context.getStateStore(STORE);
      this.told = store;
      context.schedule(
          SWEEP,
          PunctuationType.WALL_CLOCK_TIME,
          now -> sweep(store, context.currentStreamTimeMs() - window.toMillis()));
    }

    @Override
    public void process(FixedKeyRecord<String, Candidate> record) {
      if (context == null || told == null) {
        throw new IllegalStateException("process before init");
      }
      Candidate candidate = record.value();
      Stories ofEntry = open(candidate.entry(), told);
      stories -= ofEntry.size();
      Alert alert = ofEntry.tell(candidate, Instant.ofEpochMilli(record.timestamp()).minus(window));
      stories += ofEntry.size();
      closeOldest();
      if (alert != null) {
        context.forward(record.withValue(new Telling(alert, candidate.limits())));
      }
    }

    private Stories open(String entry, KeyValueStore<Bytes, Told> store) {
      Stories before = open.get(entry);
      if (before != null) {
        return before;
      }
      Stories opened = new Stories(new EntryStories(entry, store));
      open.put(entry, opened);
      stories += opened.size();
      return opened;
    }

    private void closeOldest() {
      Iterator<Stories> oldest = open.values().iterator();
      while (stories > MOST_OPEN && open.size() > 1) {
        stories -= oldest.next().size();
        oldest.remove();
      }
    }

    private void sweep(KeyValueStore<Bytes, Told> store, long oldest) {
      List<Bytes> old = new ArrayList<>();
      try (KeyValueIterator<Bytes, Told> all = store.all()) {
        while (all.hasNext()) {
          KeyValue<Bytes, Told> story = all.next();
          if (story.value.since().toEpochMilli() < oldest) {
            old.add(story.key);
          }
        }
      }
      old.forEach(store::delete);
      if (!old.isEmpty()) {
        open.clear();
        stories = 0;
      }
    }
  }
}
