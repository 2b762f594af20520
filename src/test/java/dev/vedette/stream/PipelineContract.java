package dev.vedette.stream;

import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.article.Article;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourcePoller;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Watchlists;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds from poll to alert on any real broker; three partitions throughout. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PipelineContract {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Watchlists LISTS =
      Samples.watchlists(
          entry("shoigu", Limits.NONE, "Sergei Shoigu"), entry("copied", "Kang Sun Nam"));

  private Path directory;
  private KafkaUnderTest kafka;
  private KafkaClients clients;

  /** Starts a broker with nothing on it. */
  abstract KafkaUnderTest startKafka(Path directory);

  @BeforeAll
  void start(@TempDir Path directory) {
    this.directory = directory;
    kafka = startKafka(directory);
    KafkaSettings settings = new KafkaSettings(kafka.bootstrapServers(), 0, 3, -1, Map.of());
    clients = new KafkaClients(kafka.bootstrapServers(), settings);
    try (Admin admin = clients.admin()) {
      Topics.ensure(admin, settings, LISTS);
    }
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @Test
  void everyArticleIsToldOnceAcrossRestartsAndTakeovers() {
    List<Source> sources =
        IntStream.range(0, 12).mapToObj(n -> Node.source("divided-" + n)).toList();
    Instant begin = Instant.now();
    try (Node first = node("a", sources, 9)) {
      await().atMost(PATIENCE).until(() -> alertsSince(begin, "divided").size() >= 12);
      try (Node second = node("b", sources, 18)) {
        await().atMost(PATIENCE).until(() -> !second.pollsBySource.isEmpty());
        first.close();
        await().atMost(PATIENCE).until(() -> alertsSince(begin, "divided").size() >= 12 * 18);
        assertThat(second.pollsBySource).as("the rest taken over").hasSize(12);
      }
    }
    try (Node again = node("a", sources, 20)) {
      await().atMost(PATIENCE).until(() -> alertsSince(begin, "divided").size() >= 12 * 20);
    }

    List<Alert> alerts = alertsSince(begin, "divided");
    assertThat(alerts).extracting(Alert::type).containsOnly(Alert.Type.RAISED);
    assertThat(alerts)
        .extracting(alert -> alert.article().id())
        .containsExactlyInAnyOrderElementsOf(expected(sources, 20));
  }

  @Test
  void aSourceIsPolledByOneInstanceAtATime() {
    List<Source> sources = IntStream.range(0, 12).mapToObj(n -> Node.source("alone-" + n)).toList();
    try (Node first = node("c", sources, 0);
        Node second = node("d", sources, 0)) {
      await()
          .atMost(PATIENCE)
          .until(() -> !first.pollsBySource.isEmpty() && !second.pollsBySource.isEmpty());
      settle(first, second);
      first.pollsBySource.clear();
      second.pollsBySource.clear();
      await()
          .atMost(PATIENCE)
          .until(() -> first.pollsBySource.size() + second.pollsBySource.size() >= 12);

      Set<String> both = new HashSet<>(first.pollsBySource.keySet());
      both.retainAll(second.pollsBySource.keySet());
      assertThat(both).isEmpty();
    }
  }

  /** Until polls of both go on without the division changing. */
  private static void settle(Node first, Node second) {
    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(1))
        .until(
            () -> {
              Set<String> both = new HashSet<>(first.pollsBySource.keySet());
              both.retainAll(second.pollsBySource.keySet());
              first.pollsBySource.keySet().removeAll(both);
              second.pollsBySource.keySet().removeAll(both);
              return both.isEmpty();
            });
  }

  @Test
  void sourcesComeChangeAndGoUnderRunningInstancesWithoutLossOrRepetition() {
    List<Source> all = IntStream.range(0, 12).mapToObj(n -> Node.source("coming-" + n)).toList();
    Set<String> gone = Set.of("coming-0", "coming-7");
    Instant begin = Instant.now();
    try (Node first = node("g", all.subList(0, 6), 30);
        Node second = node("h", all.subList(0, 6), 30)) {
      await()
          .atMost(PATIENCE)
          .until(() -> !first.pollsBySource.isEmpty() && !second.pollsBySource.isEmpty());

      followBoth(first, second, all);
      await().atMost(PATIENCE).until(() -> polled(first, second).size() == 12);
      followBoth(
          first, second, all.stream().filter(source -> !gone.contains(source.id())).toList());
      await()
          .atMost(PATIENCE)
          .during(Duration.ofSeconds(1))
          .until(
              () -> {
                boolean quiet = polled(first, second).stream().noneMatch(gone::contains);
                first.pollsBySource.clear();
                second.pollsBySource.clear();
                return quiet;
              });
      followBoth(first, second, all.stream().map(PipelineContract::titled).toList());
      await().atMost(PATIENCE).until(() -> alertsSince(begin, "coming").size() >= 12 * 30);
    }

    assertThat(alertsSince(begin, "coming"))
        .extracting(alert -> alert.article().id())
        .containsExactlyInAnyOrderElementsOf(expected(all, 30));
  }

  private static void followBoth(Node first, Node second, List<Source> sources) {
    first.follow(sources);
    second.follow(sources);
  }

  private static Set<String> polled(Node first, Node second) {
    Set<String> polled = new HashSet<>(first.pollsBySource.keySet());
    polled.addAll(second.pollsBySource.keySet());
    return polled;
  }

  /** The same source with other settings. */
  private static Source titled(Source source) {
    return new Source.Feed(
        new Source.Settings(source.id(), "Another title", Duration.ofSeconds(2), "en", true),
        URI.create(source.address()),
        Source.FullText.FEED);
  }

  @Test
  void whatASourceGaveIsKnownForThirtyDaysAfterItWasRemoved() {
    Source listed = Node.source("kept-listed");
    Source off =
        new Source.Feed(
            new Source.Settings("kept-off", "", Duration.ofSeconds(1), "en", false),
            URI.create(listed.address()),
            Source.FullText.FEED);
    try (PollShard shard = PollShard.open(clients, Division.partition(listed, 3))) {
      shard.commit(
          List.of(
              lastPolled(listed.id(), 0),
              lastPolled(off.id(), 0),
              lastPolled("gone-lately", 2),
              lastPolled("gone-long-ago", 0)));
    }

    Clock inAMonth = Clock.offset(Clock.systemUTC(), PollGroup.KEPT.plusDays(1));
    SourcePoller never = (source, state, now) -> new CompletableFuture<>();
    try (PollGroup group =
        new PollGroup(clients, never, List.of(listed, off), 4, inAMonth, why -> {})) {
      group.start();
      await().atMost(PATIENCE).until(() -> !PollGroup.stored(clients).containsKey("gone-long-ago"));
      assertThat(group.states()).containsOnlyKeys("kept-listed");
    }

    assertThat(PollGroup.stored(clients)).containsKeys("kept-listed", "kept-off", "gone-lately");
  }

  /** A poll so many days from now. */
  private static Poll lastPolled(String source, int days) {
    Instant then = Instant.now().plus(Duration.ofDays(days));
    return new Poll(
        List.of(), new PollState(source, "", null, null, List.of(), then, 0, null, then, then, 7));
  }

  @Test
  void copiesInDifferentPartitionsAreOneStory() {
    Instant begin = Instant.now();
    List<String> ids = oneIdPerPartition(3);
    try (Node node = node("e", List.of(), 0)) {
      for (String id : ids) {
        put(article(id, "Visit", "Kang Sun Nam came to Moscow.", Instant.now()));
      }
      await().atMost(PATIENCE).until(() -> alertsSince(begin, "p").size() >= 3);
    }

    List<Alert> alerts = alertsSince(begin, "p");
    assertThat(alerts)
        .extracting(Alert::type)
        .containsExactlyInAnyOrder(Alert.Type.RAISED, Alert.Type.UPDATED, Alert.Type.UPDATED);
    assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
    assertThat(alerts).extracting(alert -> alert.story().totalCopies()).contains(0, 1, 2);
  }

  @Test
  void keptArticlesAreReadAgainFromATimeOn() {
    Instant begin = Instant.now();
    List<String> ids = oneIdPerPartition(3);
    put(article("kept-before", "Before", "Rain.", begin.minusSeconds(60)));
    for (String id : ids) {
      put(article(id, "Visit", "Rain in Oslo.", Instant.now()));
    }

    List<String> read = new ArrayList<>();
    new ArticleLog(clients).read(begin, article -> read.add(article.id()));

    assertThat(read).containsAll(ids).doesNotContain("kept-before");
    assertThat(readAtOnce(begin)).containsExactlyInAnyOrderElementsOf(read);
    new ArticleLog(clients).read(Instant.now().plusSeconds(60), article -> fail(article.id()));
    assertThat(readAtOnce(Instant.now().plusSeconds(60))).isEmpty();
  }

  private List<String> readAtOnce(Instant since) {
    Queue<String> read = new ConcurrentLinkedQueue<>();
    List<Long> left = new ArrayList<>();
    new ArticleLog(clients)
        .readAtOnce(
            since, 3, article -> read.add(article.id()), (done, all) -> left.add(all - done));
    assertThat(left).isSortedAccordingTo(Comparator.reverseOrder()).endsWith(0L);
    return List.copyOf(read);
  }

  @Test
  void whatAReaderThrowsEndsTheReading() {
    put(article("thrown", "Thrown", "Rain.", Instant.now()));

    assertThatThrownBy(
            () ->
                new ArticleLog(clients)
                    .readAtOnce(
                        Instant.EPOCH,
                        2,
                        article -> {
                          throw new IllegalStateException("no more");
                        },
                        (done, all) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no more");
  }

  @Test
  void poisonAndOversizeStopNothing() {
    Instant begin = Instant.now();
    try (Node node = node("f", List.of(), 0);
        Producer<String, byte[]> producer = clients.transactional("test-poison", 10_000)) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int partition = 0; partition < 3; partition++) {
        producer.send(
            new ProducerRecord<>(Topics.ARTICLES, partition, "poison", "{".getBytes(UTF_8)));
      }
      producer.commitTransaction();
      put(
          article(
              "big",
              "Big",
              "Sergei Shoigu. " + "쇼이구가 ".repeat(Article.MAX_BODY / 5 - 10),
              Instant.now()));
      put(article("big-after", "After", "Sergei Shoigu left.", Instant.now()));
      await().atMost(PATIENCE).until(() -> alertsSince(begin, "big").size() >= 2);
    }

    assertThat(alertsSince(begin, "big"))
        .extracting(alert -> alert.article().id())
        .containsExactlyInAnyOrder("big", "big-after");
  }

  @Test
  void aNewOwnerFencesTheOldOneAndKnowsWhatItStored() {
    Source source = Node.source("fenced");
    int partition = Division.partition(source, 3);
    try (PollShard old = PollShard.open(clients, partition)) {
      old.commit(List.of(Polls.of(source, 7)));
      try (PollShard now = PollShard.open(clients, partition)) {
        assertThat(now.state(source).articles()).isEqualTo(7);
        assertThatThrownBy(() -> old.commit(List.of(Polls.of(source, 8))))
            .isInstanceOf(KafkaException.class);
        assertThat(old.lost()).isTrue();
        assertThat(now.state(source).articles()).isEqualTo(7);
      }
    }
  }

  @Test
  void aTopicWithAnotherNumberOfPartitionsIsRefused() {
    KafkaSettings other = new KafkaSettings(kafka.bootstrapServers(), 0, 5, -1, Map.of());
    try (Admin admin = clients.admin()) {
      assertThatThrownBy(() -> Topics.ensure(admin, other, LISTS))
          .isInstanceOf(StreamException.class)
          .hasMessageContaining(
              "topic vedette.poll-state.v1 has 3 partitions (expected: 5, as"
                  + " kafka.topics.partitions says; the number is fixed when a topic is created)");
    }
  }

  private Node node(String name, List<Source> sources, int each) {
    return new Node(clients, () -> LISTS, directory.resolve("node-" + name), sources, each);
  }

  /** Returns when it can be read: a commit is confirmed before the partition bears its mark. */
  private void put(Article article) {
    String transactionalId = "test-put-" + article.id();
    try (Producer<String, byte[]> producer = clients.transactional(transactionalId, 10_000)) {
      producer.initTransactions();
      producer.beginTransaction();
      byte[] value =
          Json.serde(Article.class, Article.SCHEMA)
              .serializer()
              .serialize(Topics.ARTICLES, Sizes.fit(article));
      producer.send(
          new ProducerRecord<>(
              Topics.ARTICLES, null, article.fetchedAt().toEpochMilli(), article.id(), value));
      producer.commitTransaction();
    }
    try (Producer<String, byte[]> successor = clients.transactional(transactionalId, 10_000)) {
      successor.initTransactions(); // waits until its predecessor's marks are written
    }
  }

  private List<Alert> alertsSince(Instant begin, String prefix) {
    try (AlertLog log = new AlertLog(clients)) {
      return log.since(begin, alert -> alert.article().id().startsWith(prefix));
    }
  }

  private static List<String> expected(List<Source> sources, int each) {
    List<String> ids = new ArrayList<>();
    for (Source source : sources) {
      for (int n = 0; n < each; n++) {
        ids.add(source.id() + "-" + n);
      }
    }
    return ids;
  }

  private static List<String> oneIdPerPartition(int partitions) {
    Map<Integer, String> ids = new TreeMap<>();
    for (int n = 0; ids.size() < partitions; n++) {
      String id = "p" + n;
      ids.putIfAbsent(Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % partitions, id);
    }
    return List.copyOf(ids.values());
  }
}
