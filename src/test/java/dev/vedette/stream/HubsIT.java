package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.feed.Hub;
import dev.vedette.poll.HubEvent;
import dev.vedette.poll.HubEvents;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourcePoller;
import dev.vedette.poll.Subscription;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What hubs say, where it meets what polls store; three partitions of a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Hub HUB = new Hub("https://hub.example/", "https://wire.example/feed");

  private final AtomicInteger polls = new AtomicInteger();
  private Cluster cluster;
  private PollStore store;

  @BeforeAll
  void start(@TempDir Path data) {
    cluster = Cluster.host(new KafkaSettings("", 0, 3, -1, Map.of()), data, why -> {});
    cluster.ensureTopics(Watchlists.of(List.of(), "none"));
  }

  @BeforeEach
  void openStore() {
    polls.set(0);
    store = new PollStore((partition, why) -> {});
  }

  @AfterEach
  void closeStore() throws InterruptedException {
    store.close(PATIENCE);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  private static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private PollShard open(Source source) {
    return PollShard.open(cluster.clients(), Division.partition(source, 3));
  }

  private PollStart starting(SourcePoller poller, Instant time) {
    SourcePoller counted =
        (source, state, now) -> {
          polls.incrementAndGet();
          return poller.poll(source, state, now);
        };
    return new PollStart(counted, store, 4, at(time));
  }

  /** Of a source that was polled then, and is due in an hour. */
  private static PollState polled(Source source, Instant then, @Nullable Subscription with) {
    return new PollState(
            source.id(), "", null, null, List.of(), then.plusSeconds(3_600), 0, null, then, then, 3)
        .with(with);
  }

  private static Subscription confirmed() {
    return new Subscription(
        HUB.address(), HUB.topic(), NOON, 0, null, NOON, NOON.plusSeconds(864_000), null, 0);
  }

  private static void commit(PollShard shard, PollState state) {
    shard.commit(List.of(new Poll(List.of(), state)));
  }

  private static void follow(PollShard shard, Source source, PollStart start) {
    shard.due().follow(List.of(source), (its, changed) -> start.due(shard, its, changed));
  }

  @Test
  void forgettingAHubKeepsWhatWasPolledMeanwhile() {
    Source source = Node.source("left");
    try (PollShard shard = open(source)) {
      commit(shard, polled(source, NOON, confirmed()));
      shard.hear(HubEvents.asked(source.id(), HUB, NOON.plusSeconds(1)));
      commit(shard, polled(source, NOON.plusSeconds(9), confirmed()));
      shard.hear(HubEvents.asked(source.id(), HUB, NOON.plusSeconds(10)));

      shard.forgetHub(source.id());
      shard.forgetHub("never-heard-of");

      assertThat(shard.state(source)).isEqualTo(polled(source, NOON.plusSeconds(9), null));
    }
    try (PollShard again = open(source)) {
      assertThat(again.state(source)).isEqualTo(polled(source, NOON.plusSeconds(9), null));
    }
  }

  @Test
  void aSourceWhosePollBrokeRestsWhateverItsHubSays() {
    Source source = Node.source("broken");
    PollStart start =
        starting(
            (its, state, now) -> CompletableFuture.failedFuture(new IllegalStateException("a bug")),
            NOON.plusSeconds(3_600));
    try (PollShard shard = open(source)) {
      commit(shard, polled(source, NOON, confirmed()));
      follow(shard, source, start);
      start.startDue(List.of(shard));

      start.hear(shard, HubEvents.pinged(source.id(), HUB, NOON.plusSeconds(3_600)));
      start.startDue(List.of(shard));

      assertThat(polls).hasValue(1);
      assertThat(shard.due().take(NOON.plusSeconds(3_899))).isNull();
      assertThat(shard.due().take(NOON.plusSeconds(3_900))).isEqualTo(source);
    }
  }

  /** Its host wants to be left alone; whatever the hub has told of is read thereafter. */
  @Test
  void aSourceThatMustWaitWaitsWhateverItsHubSays() throws InterruptedException {
    Source source = Node.source("waiting");
    Instant due = NOON.plusSeconds(7_200);
    PollState before = polled(source, NOON, confirmed());
    PollState postponed =
        new PollState(source.id(), "", null, null, List.of(), due, 0, "busy", NOON, NOON, 3)
            .with(confirmed());
    PollStart start =
        starting(
            (its, state, now) -> CompletableFuture.completedFuture(new Poll(List.of(), postponed)),
            NOON.plusSeconds(60));
    try (PollShard shard = open(source)) {
      commit(shard, before);
      follow(shard, source, start);
      HubEvent ping = HubEvents.pinged(source.id(), HUB, NOON.plusSeconds(50));
      start.hear(shard, ping);
      start.startDue(List.of(shard));
      store.close(PATIENCE); // when it has stored the poll
      assertThat(shard.state(source).lastError()).isEqualTo("busy");

      start.hear(shard, ping.at(NOON.plusSeconds(60)));
      start.startDue(List.of(shard));

      assertThat(polls).hasValue(1);
      assertThat(shard.due().take(due.minusMillis(1))).isNull();
      assertThat(shard.due().take(due)).isEqualTo(source);
    }
  }

  @Test
  void whatHubsSaidIsHeardOfPartitionsThatAreGainedAndNotOfThoseThatAreLost() {
    List<Source> sources =
        IntStream.range(0, 99)
            .mapToObj(n -> Node.source("heard-" + n))
            .collect(
                Collectors.toMap(
                    source -> Division.partition(source, 3), source -> source, (a, b) -> a))
            .values()
            .stream()
            .toList();
    PollStart start = starting((its, state, now) -> new CompletableFuture<>(), NOON);
    try (HubLog log = new HubLog(cluster.clients());
        PollShard lost = open(sources.get(0));
        PollShard kept = open(sources.get(1));
        PollShard gained = open(sources.get(2));
        HubEars ears = new HubEars(cluster.clients(), start, at(NOON.plusSeconds(100)))) {
      Map<Source, PollShard> shards =
          Map.of(sources.get(0), lost, sources.get(1), kept, sources.get(2), gained);
      shards.forEach((source, shard) -> commit(shard, polled(source, NOON, confirmed())));
      sources.forEach(source -> log.say(source, ping(source, 1)));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                ears.listen(List.of(lost, kept));
                return pinged(lost, sources.get(0)) != null && pinged(kept, sources.get(1)) != null;
              });
      assertThat(pinged(kept, sources.get(1))).as("kept from before").isEqualTo(after(1));
      assertThat(pinged(gained, sources.get(2))).isNull();

      sources.forEach(source -> log.say(source, ping(source, 2)));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                ears.listen(List.of(kept, gained));
                return after(100).equals(pinged(kept, sources.get(1)))
                    && after(2).equals(pinged(gained, sources.get(2)));
              });
      assertThat(pinged(lost, sources.get(0))).isEqualTo(after(1));
    }
  }

  /** A new owner of a partition reads all that there is. */
  @Test
  void whatHubsSayIsKeptWithinBounds() throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.HUBS);
    try (Admin admin = cluster.clients().admin()) {
      Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);

      assertThat(config.get("retention.ms").value()).isEqualTo("86400000");
      assertThat(config.get("retention.bytes").value()).isEqualTo("20971520");
      assertThat(config.get("segment.bytes").value()).isEqualTo("5242880");
    }
  }

  private static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static HubEvent ping(Source source, long seconds) {
    return HubEvents.pinged(source.id(), HUB, after(seconds));
  }

  private static @Nullable Instant pinged(PollShard shard, Source source) {
    return Objects.requireNonNull(shard.state(source).subscription()).pinged();
  }
}
