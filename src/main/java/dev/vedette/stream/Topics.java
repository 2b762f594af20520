package dev.vedette.stream;

import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;

/** The topics: their names, and how they are created or verified; never altered. */
public final class Topics {

  static final String ARTICLES = "vedette.articles.v1";
  static final String POLL_STATE = "vedette.poll-state.v1";
  static final String ALERTS = "vedette.alerts.v1";
  static final String SUPPRESSED = "vedette.suppressed.v1";
  static final String CANDIDATES = "vedette.candidates.v1";
  static final String SINK_STATE = "vedette.sink-state.v1";
  static final String FEEDBACK = "vedette.feedback.v1";
  static final String HUBS = "vedette.hubs.v1";
  static final String DEAD_LETTERS = "vedette.dead-letters.v1";

  /** What a producer may send at most: room for a dead letter with its headers. */
  static final int MAX_REQUEST_BYTES = 2 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Topics() {}

  /** The topic of a watchlist that asked for one of its own. */
  static String alertsOf(String watchlist) {
    return ALERTS + "." + watchlist;
  }

  /**
   * Creates what is missing and verifies the rest.
   *
   * @throws StreamException if the broker does not answer, refuses, or has a topic whose number of
   *     partitions differs from what the division of sources was made for
   */
  static void ensure(Admin admin, KafkaSettings settings, Watchlists watchlists) {
    Map<String, NewTopic> wanted = wanted(settings, watchlists);
    Set<String> existing = answer(admin.listTopics().names(), "list topics");
    for (NewTopic topic : wanted.values()) {
      if (!existing.contains(topic.name())) {
        create(admin, topic);
      }
    }
    verify(admin, wanted, settings.partitions());
  }

  /**
   * Makes sure that there is something to read.
   *
   * @throws StreamException if there is not, as the service has never run against this cluster
   */
  static void require(Admin admin, String servers) {
    Set<String> existing = answer(admin.listTopics().names(), "list topics");
    if (!existing.containsAll(Set.of(ALERTS, POLL_STATE))) {
      throw new StreamException(
          "nothing to read at %s: there is no topic %s (expected: `vedette run` has run against this broker)"
              .formatted(servers, ALERTS),
          null);
    }
  }

  /**
   * Makes sure that past candidates can be sent.
   *
   * @throws StreamException if the service has never run in a version that reads them
   */
  static void requireCandidates(Admin admin, String servers) {
    if (!answer(admin.listTopics().names(), "list topics").contains(CANDIDATES)) {
      throw new StreamException(
          "nobody to send to at %s: there is no topic %s (expected: `vedette run` of this version has run against this broker)"
              .formatted(servers, CANDIDATES),
          null);
    }
  }

  private static Map<String, NewTopic> wanted(KafkaSettings settings, Watchlists watchlists) {
    List<NewTopic> topics = new ArrayList<>();
    topics.add(topic(settings, ARTICLES, articles()));
    topics.add(topic(settings, POLL_STATE, compacted()));
    topics.add(topic(settings, ALERTS, kept(Duration.ofDays(365))));
    topics.add(topic(settings, SUPPRESSED, kept(Duration.ofDays(30))));
    topics.add(topic(settings, CANDIDATES, kept(Duration.ofDays(180))));
    topics.add(topic(settings, SINK_STATE, sinkState()));
    topics.add(topic(settings, FEEDBACK, feedback()));
    topics.add(topic(settings, HUBS, hubs()));
    topics.add(topic(settings, DEAD_LETTERS, deadLetters()));
    for (Watchlist list : watchlists.lists()) {
      if (list.ownTopic()) {
        topics.add(topic(settings, alertsOf(list.id()), kept(Duration.ofDays(365))));
      }
    }
    Map<String, NewTopic> byName = new TreeMap<>();
    topics.forEach(topic -> byName.put(topic.name(), topic));
    return byName;
  }

  private static NewTopic topic(KafkaSettings settings, String name, Map<String, String> config) {
    return new NewTopic(name, settings.partitions(), (short) settings.replicationFactor())
        .configs(config);
  }

  private static Map<String, String> kept(Duration time) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(time.toMillis()));
  }

  /** By time, and by bytes of each partition, so that a small disk is not filled by articles. */
  private static Map<String, String> articles() {
    Map<String, String> config = new TreeMap<>(kept(Duration.ofDays(90)));
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(10L << 30));
    return config;
  }

  /** A new owner reads all of it, so it is small, however much hubs have to say. */
  private static Map<String, String> hubs() {
    Map<String, String> config = new TreeMap<>(kept(Duration.ofDays(1)));
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, Integer.toString(20 << 20));
    config.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(5 << 20));
    config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Duration.ofHours(6).toMillis()));
    return config;
  }

  /** A dead letter is a record of any size that a topic takes, and headers about its death. */
  private static Map<String, String> deadLetters() {
    Map<String, String> config = new TreeMap<>(kept(Duration.ofDays(30)));
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_REQUEST_BYTES));
    return config;
  }

  /** Small segments that are compacted soon: a new owner reads all of it before it polls. */
  private static Map<String, String> compacted() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.SEGMENT_MS_CONFIG,
        Long.toString(Duration.ofHours(6).toMillis()),
        TopicConfig.SEGMENT_BYTES_CONFIG,
        Integer.toString(50 << 20),
        TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
        "0.1");
  }

  /** An instance that was away for a year still learns what was taken back meanwhile. */
  private static Map<String, String> feedback() {
    Map<String, String> config = new TreeMap<>(compacted());
    config.put(
        TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(400).toMillis()));
    return config;
  }

  /** Compacted, and without what a sink has left that is no more; no interval is longer. */
  private static Map<String, String> sinkState() {
    Map<String, String> config = new TreeMap<>(compacted());
    config.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(91).toMillis()));
    return config;
  }

  private static void create(Admin admin, NewTopic topic) {
    try {
      answer(admin.createTopics(List.of(topic)).all(), "create topic " + topic.name());
    } catch (StreamException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // another instance was quicker
        throw e;
      }
    }
  }

  private static void verify(Admin admin, Map<String, NewTopic> wanted, int partitions) {
    Map<String, TopicDescription> found = describe(admin, wanted.keySet());
    List<String> wrong = new ArrayList<>();
    found.forEach(
        (name, topic) -> {
          if (topic.partitions().size() != partitions) {
            wrong.add(
                "topic %s has %d partitions (expected: %d, as kafka.topics.partitions says; the number is fixed when a topic is created)"
                    .formatted(name, topic.partitions().size(), partitions));
          }
        });
    if (!wrong.isEmpty()) {
      throw new StreamException(String.join("\n", wrong), null);
    }
  }

  /** What was created a moment ago may not have reached the broker that is asked. */
  private static Map<String, TopicDescription> describe(Admin admin, Set<String> names) {
    for (int attempt = 1; ; attempt++) {
      try {
        return answer(admin.describeTopics(names).allTopicNames(), "describe topics");
      } catch (StreamException e) {
        if (attempt == 50 || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        Utils.sleep(100);
      }
    }
  }

  private static <T> T answer(KafkaFuture<T> future, String what) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new StreamException("cannot " + what + ": " + reason(e), e.getCause());
    } catch (TimeoutException e) {
      throw new StreamException("cannot " + what + ": no answer within 30 s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException("cannot " + what + ": interrupted", e);
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
