package dev.vedette.stream;

import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Matched;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
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
 * From an article to a candidate for each entry that it matches, and one for each that it matched
 * before it was edited ({@link Candidate#isWithdrawal}). For that, the entries of articles that
 * matched any are remembered for as long as stories are.
 */
final class MatchStep implements FixedKeyProcessorSupplier<String, Article, Candidate> {

  /** The store's name, and so its changelog topic's. */
  static final String STORE = "matched";

  private static final Duration SWEEP = Duration.ofHours(1);

  private final Supplier<Watchlists> watchlists;
  private final Duration window;

  MatchStep(Supplier<Watchlists> watchlists, Duration window) {
    this.watchlists = watchlists;
    this.window = window;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Json.serde(Matched.class)));
  }

  @Override
  public FixedKeyProcessor<String, Article, Candidate> get() {
    return new Matcher(watchlists, window);
  }

  private static final class Matcher implements FixedKeyProcessor<String, Article, Candidate> {

    private final Supplier<Watchlists> watchlists;
    private final Duration window;
    private @Nullable FixedKeyProcessorContext<String, Candidate> context;
    private @Nullable KeyValueStore<String, Matched> matched;

    Matcher(Supplier<Watchlists> watchlists, Duration window) {
      this.watchlists = watchlists;
      this.window = window;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Candidate> context) {
      this.context = context;
      KeyValueStore<String, Matched> store = context.getStateStore(STORE);
      this.matched = store;
      context.schedule(
          SWEEP,
          PunctuationType.WALL_CLOCK_TIME,
          now -> sweep(store, Instant.ofEpochMilli(context.currentStreamTimeMs()).minus(window)));
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
      if (context == null || matched == null) {
        throw new IllegalStateException("process before init");
      }
      Article article = record.value();
      if (article.origin().past()) { // what an archive holds is for those who search; it is no news
        return;
      }
      Watchlists lists = watchlists.get();
      List<Candidate> candidates = new ArrayList<>(Candidates.of(lists, article));
      List<String> entries = candidates.stream().map(Candidate::entry).toList();
      Matched before = matched.get(article.id());
      if (before != null) {
        for (String entry : before.lost(article, entries)) {
          Candidates.withdrawal(lists, article, entry).ifPresent(candidates::add);
        }
      }
      Matched after = Matched.after(before, article, entries);
      if (after != null) {
        matched.put(article.id(), after);
      }
      for (Candidate candidate : candidates) {
        context.forward(record.withValue(candidate));
      }
    }

    private static void sweep(KeyValueStore<String, Matched> store, Instant oldest) {
      List<String> old = new ArrayList<>();
      try (KeyValueIterator<String, Matched> all = store.all()) {
        while (all.hasNext()) {
          KeyValue<String, Matched> article = all.next();
          if (article.value.readAt().isBefore(oldest)) {
            old.add(article.key);
          }
        }
      }
      old.forEach(store::delete);
    }
  }
}
