package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.ArticleHistory;
import dev.vedette.history.Filed;
import dev.vedette.history.Place;
import dev.vedette.history.Place.Log;
import dev.vedette.history.Positions;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the histories up with their topics. */
public final class HistoryFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryFeed.class);

  private final TopicTail alerts;
  private final TopicTail articles;

  /**
   * A feed that is not started yet.
   *
   * @param changed called with the alerts that have changed, and up to where the topics are read,
   *     as soon as the history shows them; by one thread
   */
  public HistoryFeed(
      KafkaClients clients,
      AlertHistory alerts,
      ArticleHistory articles,
      BiConsumer<Positions, List<Filed>> changed) {
    this.alerts =
        new TopicTail(
            clients,
            Map.of(Topics.ALERTS, Log.ALERTS, Topics.FEEDBACK, Log.FEEDBACK),
            new Alerts(alerts, changed),
            "history-alerts");
    this.articles =
        new TopicTail(
            clients,
            Map.of(Topics.ARTICLES, Log.ARTICLES),
            new Articles(articles),
            "history-articles");
  }

  /** Starts to follow the topics; returns at once. */
  public void start() {
    alerts.start();
    articles.start();
  }

  /** Why the histories stand still, in sentences; empty when all is well. */
  public List<String> problems() {
    return Stream.concat(alerts.trouble().stream(), articles.trouble().stream())
        .distinct()
        .toList();
  }

  /** Stops; the histories are closed by whoever opened them. */
  @Override
  public void close() {
    alerts.close();
    articles.close();
  }

  private static <T> T read(Deserializer<T> values, ConsumerRecord<String, byte[]> record) {
    return values.deserialize(record.topic(), record.value());
  }

  private static void passOver(Place place, Exception why) {
    LOG.warn(
        "not readable, passed over log={} partition={} offset={} why={}",
        place.log(),
        place.partition(),
        place.offset(),
        why.getMessage());
  }

  private record Alerts(AlertHistory history, BiConsumer<Positions, List<Filed>> changed)
      implements TopicTail.Target {

    private static final Deserializer<Alert> ALERTS =
        Json.serde(Alert.class, Alert.SCHEMA).deserializer();
    private static final Deserializer<Feedback> FEEDBACK =
        Json.serde(Feedback.class, Feedback.SCHEMA).deserializer();

    @Override
    public void reopen() {
      history.reopen();
    }

    @Override
    public Positions positions() {
      return history.positions();
    }

    @Override
    public void take(Place place, ConsumerRecord<String, byte[]> record) {
      try {
        if (place.log() == Log.FEEDBACK) {
          history.say(record.key(), read(FEEDBACK, record), place);
        } else if (record.value() != null && DeadLetters.sink(record.headers()).isEmpty()) {
          history.add(read(ALERTS, record), place);
        }
      } catch (SerializationException e) {
        passOver(place, e);
      }
    }

    @Override
    public void reached(Log log, int partition, long next) {
      history.reached(log, partition, next);
    }

    @Override
    public void forget(Place first) {
      if (first.log() == Log.ALERTS) { // feedback is compacted: the last word stays
        history.forget(first);
      }
    }

    @Override
    public void clear() {
      history.clear();
    }

    @Override
    public void show() {
      List<Filed> filed = history.show();
      changed.accept(history.positions(), filed);
    }

    @Override
    public void commit() {
      history.commit();
    }
  }

  private record Articles(ArticleHistory history) implements TopicTail.Target {

    private static final Deserializer<Article> ARTICLES =
        Json.serde(Article.class, Article.SCHEMA).deserializer();

    @Override
    public void reopen() {
      history.reopen();
    }

    @Override
    public Positions positions() {
      return history.positions();
    }

    @Override
    public void take(Place place, ConsumerRecord<String, byte[]> record) {
      try {
        if (record.value() != null) {
          history.add(read(ARTICLES, record), place);
        }
      } catch (SerializationException e) {
        passOver(place, e);
      }
    }

    @Override
    public void reached(Log log, int partition, long next) {
      history.reached(log, partition, next);
    }

    @Override
    public void forget(Place first) {
      history.forget(first);
    }

    @Override
    public void clear() {
      history.clear();
    }

    @Override
    public void show() {
      history.show();
    }

    @Override
    public void commit() {
      history.commit();
    }
  }
}
