package dev.vedette.stream;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Feedback;
import dev.vedette.alert.Outcome;
import dev.vedette.alert.Stories;
import dev.vedette.alert.Telling;
import dev.vedette.article.Article;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Limits in the topology, with its time in our hands; articles are fetched when they are piped. */
class FloodStepTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Watchlists lists = lists(new Limits(2, Duration.ofMinutes(30)));
  private Instant now = NOON;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver = driver();
  }

  private TopologyTestDriver driver() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    return new TopologyTestDriver(
        new VedetteTopology(() -> lists, Duration.ofDays(7)).build(), config, now);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void anHourEndsByTheClockAndItsSummaryIsToldAtThatTime() {
    pipe("a", "b", "c", "d");
    assertThat(read(Topics.ALERTS)).containsExactly("raised a", "raised b");
    assertThat(read(Topics.SUPPRESSED)).containsExactly("raised c", "raised d");

    wait(MINUTE.multipliedBy(59));
    assertThat(read(Topics.ALERTS)).isEmpty();
    wait(MINUTE);

    TestRecord<String, Alert> record = output(Topics.ALERTS).readRecord();
    assertThat(record.key()).isEqualTo("shoigu");
    assertThat(record.getRecordTime()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(record.value().summary()).isEqualTo(new Alert.Summary(2, NOON, NOON));
    assertThat(record.value().article().id()).isEqualTo("d");
    assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
        .isEqualTo("dev.vedette.alert.summary");
    assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
        .isEqualTo(record.value().eventId());
    assertThat(hours().approximateNumEntries()).isZero();
  }

  @Test
  void aCopyThatWaitsIsToldWhenItsTimeHasCome() {
    pipe("a");
    pipeCopy("a", "a2");
    wait(MINUTE.multipliedBy(10));
    pipeCopy("a", "a3");
    assertThat(read(Topics.ALERTS)).containsExactly("raised a");

    wait(MINUTE.multipliedBy(20));
    assertThat(read(Topics.ALERTS)).containsExactly("updated a3 with 2 copies");
    wait(MINUTE.multipliedBy(30));
    assertThat(read(Topics.ALERTS)).isEmpty();
    assertThat(held().approximateNumEntries()).isZero();
  }

  @Test
  void anotherEntryHasAnHourOfItsOwn() {
    pipe("a", "b", "c");
    pipe(article("d", "Visit", "Kang Sun Nam d.", now));

    assertThat(read(Topics.ALERTS)).containsExactly("raised a", "raised b", "raised d");
  }

  /** A task that is opened elsewhere has the stores, and nothing else. */
  @Test
  void whatIsStillToBeToldOutlivesARestart() {
    pipe("a", "b", "c");
    pipeCopy("a", "a2");
    TopologyTestDriver before = driver;
    wait(MINUTE.multipliedBy(20));
    driver = driver();
    moveStores(before, driver);
    before.close();
    pipe("d");
    wait(MINUTE.multipliedBy(10));
    assertThat(read(Topics.ALERTS)).containsExactly("updated a2 with 1 copies");

    wait(MINUTE.multipliedBy(30));
    assertThat(read(Topics.ALERTS)).containsExactly("summary d of 2");
  }

  @Test
  void aReloadChangesTheLimitWithinTheHour() {
    pipe("a", "b", "c");
    lists = lists(Limits.NONE);
    pipe("d");
    lists = lists(new Limits(1, Duration.ZERO));
    pipe("e");
    wait(Duration.ofHours(1));

    assertThat(read(Topics.ALERTS))
        .containsExactly("raised a", "raised b", "raised d", "summary e of 2");
  }

  @Test
  void aSilenceThatSomebodyAskedForMeanwhileMarksWhatIsToldLate() {
    pipe("a", "b", "c");
    pipeCopy("a", "a2");
    say(new Feedback(Feedback.Kind.SILENCE, "shoigu", "known", "Ann", now, null));
    pipe("d", "e");
    wait(Duration.ofHours(1));

    List<Alert> alerts = output(Topics.ALERTS).readValuesToList();
    assertThat(alerts)
        .extracting(alert -> word(alert) + (alert.silenced() == null ? "" : ", silenced"))
        .containsExactly(
            "raised a",
            "raised b",
            "raised d, silenced",
            "raised e, silenced",
            "updated a2 with 1 copies, silenced",
            "summary c of 1, silenced");
  }

  @Test
  void aWatchlistWithATopicOfItsOwnHasTheSummaryThereToo() {
    pipe("a", "b", "c");
    wait(Duration.ofHours(1));

    assertThat(read("vedette.alerts.v1.list"))
        .containsExactly("raised a", "raised b", "summary c of 1");
  }

  @Test
  void whatSomebodyAsksForIsToldThoughItWasOnlyCounted() {
    pipe("a", "b", "c", "d");
    var past =
        driver.createInputTopic(
            Topics.CANDIDATES, new StringSerializer(), Json.serde(Candidate.class).serializer());
    for (String id : List.of("a", "c", "x", "y", "z")) {
      Candidates.of(lists, article(id, "Visit", text(id), now))
          .forEach(candidate -> past.pipeInput(candidate.entry(), candidate, NOON));
    }

    assertThat(read(Topics.ALERTS))
        .containsExactly("raised a", "raised b", "raised c", "raised x", "raised y", "raised z");
  }

  /** Else the task would commit a transaction after each look, though nothing has happened. */
  @Test
  void theClockIsLookedAtWhenTheEarliestDeadlineIsDueAndNotAtAllWhereNothingWaits() {
    Alone alone = new Alone();
    alone.open();
    assertThat(alone.looks()).containsExactly(Duration.ofSeconds(1));
    alone.look();
    assertThat(alone.looks()).isEmpty();

    alone.read("a");
    assertThat(alone.looks()).containsExactly(MINUTE.multipliedBy(30));
    alone.read("b");
    assertThat(alone.looks()).containsExactly(MINUTE.multipliedBy(30));
    alone.open(); // elsewhere
    assertThat(alone.looks()).containsExactly(Duration.ofSeconds(1));
    alone.look();
    assertThat(alone.looks()).containsExactly(MINUTE.multipliedBy(30).minusSeconds(1));
    alone.look();
    assertThat(alone.looks()).containsExactly(MINUTE.multipliedBy(30));
    alone.look();
    assertThat(alone.looks()).isEmpty();
  }

  @Test
  void thatAnHourHasTooManyAlertsIsLoggedOnce() {
    Logger logger = (Logger) LoggerFactory.getLogger(FloodStep.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.setLevel(Level.WARN);
    logger.addAppender(log);
    try {
      pipe("a", "b", "c");
      pipeCopy("c", "c2");
      pipeCopy("c", "c3");
      pipe("d");
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "too many alerts, the rest of the hour comes as one summary entry=shoigu"
                + " max-per-hour=2 from=2026-11-23T12:00:00Z");
  }

  /** The step without a topology: what it has scheduled can be seen then. */
  private final class Alone {

    private final MockProcessorContext<String, Outcome> context = new MockProcessorContext<>();
    private final FloodStep step = new FloodStep();
    private Processor<String, Telling, String, Outcome> limiter = step.get();

    Alone() {
      Stream.of(step.stores(), new StoryStep(Duration.ofDays(7)).stores())
          .flatMap(Set::stream)
          .map(builder -> builder.withLoggingDisabled().build())
          .forEach(
              store -> {
                store.init(context.getStateStoreContext(), store);
                context.addStateStore(store);
              });
    }

    void open() {
      limiter.close();
      limiter = step.get();
      context.setCurrentSystemTimeMs(now.toEpochMilli());
      limiter.init(context);
    }

    void read(String id) {
      Candidate candidate = Candidates.of(lists, article(id, "Visit", text(id), now)).get(0);
      limiter.process(
          new Record<>(
              "shoigu",
              new Telling(Stories.alone(candidate), candidate.limits()),
              now.toEpochMilli()));
    }

    List<Duration> looks() {
      return scheduled().map(CapturedPunctuator::getInterval).toList();
    }

    /** Lets the time pass until the next. */
    void look() {
      CapturedPunctuator next = scheduled().findFirst().orElseThrow();
      now = now.plus(next.getInterval());
      context.setCurrentSystemTimeMs(now.toEpochMilli());
      next.getPunctuator().punctuate(now.toEpochMilli());
    }

    private Stream<CapturedPunctuator> scheduled() {
      return context.scheduledPunctuators().stream().filter(one -> !one.cancelled());
    }
  }

  private static Watchlists lists(Limits limits) {
    return Watchlists.of(
        List.of(
            new Watchlist(
                "list",
                "List",
                List.of(
                    entry("shoigu", limits, "Sergei Shoigu"),
                    entry("kang", limits, "Kang Sun Nam")),
                true)),
        "sha256:" + limits);
  }

  private void pipe(String... ids) {
    for (String id : ids) {
      pipe(article(id, "Visit", text(id), now));
    }
  }

  private void pipeCopy(String of, String id) {
    pipe(article(id, "Visit", text(of), now));
  }

  private static String text(String id) {
    return "Sergei Shoigu " + id + ".";
  }

  private void pipe(Article article) {
    driver
        .createInputTopic(
            Topics.ARTICLES,
            new StringSerializer(),
            Json.serde(Article.class, Article.SCHEMA).serializer())
        .pipeInput(article.id(), article, article.fetchedAt());
  }

  private void say(Feedback said) {
    driver
        .createInputTopic(
            Topics.FEEDBACK,
            new StringSerializer(),
            Json.serde(Feedback.class, Feedback.SCHEMA).serializer())
        .pipeInput(said.key(), said);
  }

  private void wait(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  private TestOutputTopic<String, Alert> output(String topic) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), Json.serde(Alert.class, Alert.SCHEMA).deserializer());
  }

  private List<String> read(String topic) {
    return output(topic).readValuesToList().stream().map(FloodStepTest::word).toList();
  }

  private static String word(Alert alert) {
    return alert.type().name().toLowerCase(Locale.ROOT)
        + " "
        + alert.article().id()
        + (alert.summary() == null ? "" : " of " + alert.summary().count())
        + (alert.story().totalCopies() == 0
            ? ""
            : " with " + alert.story().totalCopies() + " copies");
  }

  private KeyValueStore<Object, Object> hours() {
    return driver.getKeyValueStore(FloodStep.HOURS);
  }

  private KeyValueStore<Object, Object> held() {
    return driver.getKeyValueStore(FloodStep.HELD);
  }

  private static void moveStores(TopologyTestDriver from, TopologyTestDriver to) {
    for (String name : List.of(MatchStep.STORE, StoryStep.STORE, FloodStep.HOURS, FloodStep.HELD)) {
      List<KeyValue<Object, Object>> all = new ArrayList<>();
      try (KeyValueIterator<Object, Object> found = from.getKeyValueStore(name).all()) {
        found.forEachRemaining(all::add);
      }
      to.getKeyValueStore(name).putAll(all);
    }
  }
}
