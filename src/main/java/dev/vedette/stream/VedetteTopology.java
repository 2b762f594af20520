package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Feedback;
import dev.vedette.alert.Outcome;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * How an article becomes an alert, from top to bottom.
 *
 * <pre>
 *   articles ─▶ match ─▶ by-entry (repartition) ─┬▶ story ─▶ silence ─▶ bound ─▶ flood ─┬▶ alerts
 *                        past ─▶ remembered ──────┘                                      └▶ suppressed
 * </pre>
 *
 * <p>Each step is named, because the names are what metrics, {@code describe} and the state stores'
 * changelog topics are called; renaming one forgets its state.
 */
public final class VedetteTopology {

  private static final Serde<String> KEYS = Serdes.String();
  private static final Serde<Article> ARTICLES = Json.serde(Article.class, Article.SCHEMA);
  private static final Serde<Candidate> CANDIDATES = Json.serde(Candidate.class);
  private static final Serde<Feedback> FEEDBACK = Json.lenient(Feedback.class, Feedback.SCHEMA);
  private static final Serde<Alert> ALERTS = Json.serde(Alert.class, Alert.SCHEMA);

  private final Supplier<Watchlists> watchlists;
  private final Duration storyWindow;

  /**
   * A topology over what the supplier holds at the time of each article.
   *
   * @param storyWindow how long a story is remembered
   */
  public VedetteTopology(Supplier<Watchlists> watchlists, Duration storyWindow) {
    this.watchlists = watchlists;
    this.storyWindow = storyWindow;
  }

  /** A new topology; the caller runs it. */
  public Topology build() {
    StreamsBuilder builder = new StreamsBuilder();
    GlobalKTable<String, Feedback> silences =
        builder.globalTable(
            Topics.FEEDBACK, Consumed.with(KEYS, FEEDBACK).withName("feedback"), feedback());
    KStream<String, Candidate> live =
        builder.stream(Topics.ARTICLES, Consumed.with(KEYS, ARTICLES).withName("articles"))
            .processValues(new MatchStep(watchlists, storyWindow), Named.as("match"))
            .selectKey((article, candidate) -> candidate.entry(), Named.as("entry-key"))
            .repartition(
                Repartitioned.<String, Candidate>as("by-entry")
                    .withKeySerde(KEYS)
                    .withValueSerde(CANDIDATES));
    KStream<String, Candidate> past =
        builder.stream(Topics.CANDIDATES, Consumed.with(KEYS, CANDIDATES).withName("past"))
            .processValues(() -> new Remembered(storyWindow), Named.as("remembered"));
    KStream<String, Outcome> outcomes =
        live.merge(past, Named.as("live-and-past"))
            .processValues(new StoryStep(storyWindow), Named.as("story"))
            .leftJoin(
                silences,
                VedetteTopology::silenceOf,
                (telling, said) -> telling.map(alert -> alert.silencedBy(said)),
                Named.as("silence"))
            .mapValues(telling -> telling.map(Sizes::fit), Named.as("bound"))
            .process(new FloodStep(), Named.as("flood"), StoryStep.STORE);
    KStream<String, Alert> alerts =
        outcomes
            .flatMapValues(Outcome::told, Named.as("told"))
            .leftJoin(
                silences, VedetteTopology::silenceOf, Alert::silencedBy, Named.as("silence-since"))
            .processValues(Envelope::new, Named.as("envelope"));
    alerts.to(Topics.ALERTS, Produced.with(KEYS, ALERTS).withName("alerts"));
    alerts
        .filter((entry, alert) -> hasOwnTopic(alert), Named.as("own-topic"))
        .to(new OwnTopic(), Produced.with(KEYS, ALERTS).withName("alerts-by-watchlist"));
    outcomes
        .flatMapValues(Outcome::suppressed, Named.as("not-told"))
        .processValues(Envelope::new, Named.as("envelope-of-suppressed"))
        .to(Topics.SUPPRESSED, Produced.with(KEYS, ALERTS).withName("suppressed"));
    return builder.build();
  }

  private static Materialized<String, Feedback, KeyValueStore<Bytes, byte[]>> feedback() {
    return Materialized.<String, Feedback>as(Stores.inMemoryKeyValueStore("feedback"))
        .withKeySerde(KEYS)
        .withValueSerde(FEEDBACK);
  }

  private static String silenceOf(String entry, Object told) {
    return Feedback.keyOfEntry(entry);
  }

  private boolean hasOwnTopic(Alert alert) {
    return watchlists.get().lists().stream()
        .filter(list -> list.id().equals(alert.watchlist()))
        .anyMatch(Watchlist::ownTopic);
  }

  /** A class for the sake of its name, which {@code describe} prints. */
  private static final class OwnTopic implements TopicNameExtractor<String, Alert> {

    @Override
    public String extract(String entry, Alert alert, RecordContext context) {
      return Topics.alertsOf(alert.watchlist());
    }

    @Override
    public String toString() {
      return Topics.alertsOf("<watchlist>");
    }
  }
}
