package dev.vedette.stream;

import static dev.vedette.Golden.assertGolden;
import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.alert.Feedback.Kind.FALSE_ALARM;
import static dev.vedette.alert.Feedback.Kind.SILENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.article.Origin;
import dev.vedette.article.Trust;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VedetteTopologyTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final String TEXT = "Sergei Shoigu arrived in Pyongyang on Tuesday.";

  private volatile Watchlists lists =
      Watchlists.of(
          List.of(
              new Watchlist("plain", "Plain", List.of(entry("shoigu", "Sergei Shoigu")), false),
              new Watchlist("own", "Own", List.of(entry("kn-23", "KN-23")), true)),
          "sha256:one");
  private TopologyTestDriver driver;
  private TestInputTopic<String, Article> articles;
  private TestInputTopic<String, byte[]> feedback;
  private TestOutputTopic<String, Alert> alerts;

  @BeforeEach
  void start() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    config.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
    driver = new TopologyTestDriver(new VedetteTopology(() -> lists, WEEK).build(), config);
    articles =
        driver.createInputTopic(
            Topics.ARTICLES,
            new StringSerializer(),
            Json.serde(Article.class, Article.SCHEMA).serializer());
    feedback =
        driver.createInputTopic(Topics.FEEDBACK, new StringSerializer(), new ByteArraySerializer());
    alerts = output(Topics.ALERTS);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void everyStepIsNamedAndTheNamesStay() {
    String described = new VedetteTopology(() -> lists, WEEK).build().describe().toString();

    assertGolden("stream/topology.txt", described);
  }

  @Test
  void anArticleOfAnArchiveRaisesNone() {
    pipe(article("a", "Visit", TEXT).from(new Origin(List.of(), Trust.NORMAL, true)));

    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void anArticleBecomesAnAlertKeyedByItsEntryAtTheTimeOfItsFetch() {
    pipe(article("a", "Visit", TEXT));

    TestRecord<String, Alert> record = alerts.readRecord();
    assertThat(record.key()).isEqualTo("shoigu");
    assertThat(record.getRecordTime()).isEqualTo(NOON);
    assertThat(record.value().hits()).hasSize(1);
    assertThat(alerts.isEmpty()).isTrue();
  }

  @Test
  void anAlertTravelsInACloudEventsEnvelope() {
    pipe(article("a", "Visit", TEXT));

    TestRecord<String, Alert> record = alerts.readRecord();
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    assertThat(headers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", record.value().eventId(),
                "ce_source", "/vedette/watchlists/plain",
                "ce_type", "dev.vedette.alert.raised",
                "ce_subject", "shoigu",
                "ce_time", "2026-11-23T12:00:00Z",
                "ce_dataschema", "vedette.alert/1",
                "content-type", "application/json"));
  }

  @Test
  void anEntryThatSomebodySilencedIsMarkedAsSuchUntilTheSilenceEnds() {
    say(new Feedback(SILENCE, "shoigu", "on leave", "Ann", NOON, NOON.plusSeconds(60)));
    say(
        new Feedback(
            FALSE_ALARM, "shoigu", "", "Ann", NOON, null)); // an alert's id, not the entry's
    feedback.pipeInput("entry:shoigu-2", "{".getBytes(UTF_8));
    pipe(article("a", "Visit", TEXT, NOON));
    pipe(article("b", "Other", "Sergei Shoigu left Pyongyang on Friday.", NOON.plusSeconds(60)));
    feedback.pipeInput("entry:shoigu", (byte[]) null);
    pipe(article("c", "Third", "Sergei Shoigu came back to Moscow alone.", NOON.plusSeconds(5)));

    assertThat(alerts.readValuesToList())
        .extracting(Alert::silenced)
        .containsExactly(new Alert.Silenced(NOON.plusSeconds(60), "on leave", "Ann"), null, null);
  }

  private void say(Feedback said) {
    feedback.pipeInput(
        said.key(),
        Json.serde(Feedback.class, Feedback.SCHEMA).serializer().serialize(Topics.FEEDBACK, said));
  }

  @Test
  void aCopyWithinTheWindowIsAnUpdateAndAfterItANewAlert() {
    pipe(article("a", "Visit", TEXT, NOON));
    pipe(article("b", "Visit", TEXT, NOON.plus(WEEK)));
    pipe(article("c", "Visit", TEXT, NOON.plus(WEEK).plusSeconds(1)));

    assertThat(alerts.readValuesToList())
        .extracting(Alert::type)
        .containsExactly(Alert.Type.RAISED, Alert.Type.UPDATED, Alert.Type.RAISED);
  }

  @Test
  void theSameArticleReadByAnotherSourceWithOtherWordsIsNotToldAgain() {
    pipe(article("a", "Visit", TEXT));
    pipe(from("pages", article("a", "Visit", TEXT + " More of it on the next page.")));
    pipe(article("b", "Visit", TEXT + " More of it on the next page."));

    assertThat(alerts.readValuesToList())
        .extracting(alert -> alert.type() + " " + alert.article().id())
        .containsExactly("RAISED a", "UPDATED b");
  }

  @Test
  void whatAnEntryMissedInThePastIsToldOnceAndInOrder() {
    Article missed = article("a", "Visit", TEXT, NOON);
    Article told = article("b", "Talks", "Sergei Shoigu spoke at length.", NOON.plusSeconds(60));
    Article later = article("c", "Dinner", "Sergei Shoigu dined.", NOON.plusSeconds(120));
    pipe(told);
    for (int round = 0; round < 2; round++) {
      raise(missed);
      raise(told);
      raise(later);
    }
    pipe(article("d", "Visit", TEXT, NOON.plusSeconds(180)));

    assertThat(alerts.readValuesToList())
        .extracting(alert -> alert.type() + " " + alert.article().id())
        .containsExactly("RAISED b", "RAISED a", "RAISED c", "UPDATED d");
  }

  @Test
  void aPastOlderThanStoriesAreRememberedIsNotTold() {
    pipe(article("now", "Rain", "It rained."));
    pipe(article("told", "Talks", "Sergei Shoigu spoke.", NOON));
    raise(article("edge", "Visit", TEXT, NOON.minus(WEEK)));
    raise(article("old", "Guest", "Sergei Shoigu was there.", NOON.minus(WEEK).minusMillis(1)));

    assertThat(alerts.readValuesToList())
        .extracting(alert -> alert.article().id())
        .containsExactly("told", "edge");
  }

  @Test
  void anArticleThatWasEditedIsCorrectedAndWithdrawnWhereItMatchesNoMore() {
    pipe(article("a", "Visit", TEXT + " A KN-23 was shown."));
    pipe(article("a", "Visit", TEXT + " A missile was shown."));
    pipe(article("a", "Visit", "Sergei Shoigu came. Sergei Shoigu left."));
    pipe(article("a", "Visit", "Nobody came."));
    pipe(article("a", "Visit", "Nobody came."));

    assertThat(alerts.readValuesToList())
        .extracting(
            alert -> alert.type() + " " + alert.entry() + " " + alert.hitsChanged(),
            alert -> alert.hits().size())
        .containsExactly(
            tuple("RAISED kn-23 null", 1),
            tuple("RAISED shoigu null", 1),
            tuple("CORRECTED shoigu false", 1),
            tuple("WITHDRAWN kn-23 null", 0),
            tuple("CORRECTED shoigu true", 2),
            tuple("WITHDRAWN shoigu null", 0));
  }

  @Test
  void whatAnotherSourceShowsOfAnArticleIsNoEdit() {
    pipe(article("a", "Visit", TEXT));
    pipe(from("teasers", article("a", "Visit", "He arrived.")));
    pipe(article("a", "Visit", "A minister arrived."));
    pipe(from("teasers", article("a", "Visit", "Sergei Shoigu arrived.")));

    assertThat(alerts.readValuesToList())
        .extracting(Alert::type)
        .containsExactly(Alert.Type.RAISED, Alert.Type.WITHDRAWN);
  }

  @Test
  void whatWasMatchedIsForgottenAfterTheWindow() {
    pipe(article("a", "Visit", TEXT, NOON));
    pipe(article("b", "Rain", "Rain.", NOON.plus(WEEK).plusSeconds(1)));
    driver.advanceWallClockTime(Duration.ofHours(1));

    assertThat(driver.getKeyValueStore(MatchStep.STORE).approximateNumEntries()).isZero();
    pipe(article("c", "KN-23", "A KN-23.", NOON.plus(WEEK).plusSeconds(2)));
    driver.advanceWallClockTime(Duration.ofHours(1));
    assertThat(driver.getKeyValueStore(StoryStep.STORE).approximateNumEntries()).isEqualTo(1);
  }

  private static Article from(String source, Article of) {
    return new Article(
        of.id(),
        of.revision(),
        source,
        of.url(),
        of.title(),
        of.body(),
        of.zones(),
        of.language(),
        of.author(),
        of.publishedAt(),
        of.fetchedAt(),
        of.truncated());
  }

  @Test
  void aWatchlistThatAsksForItHasItsOwnTopicToo() {
    pipe(article("a", "Launch", "A KN-23 and Sergei Shoigu."));

    assertThat(output("vedette.alerts.v1.own").readValuesToList())
        .extracting(Alert::entry)
        .containsExactly("kn-23");
    assertThat(alerts.readValuesToList())
        .extracting(Alert::entry)
        .containsExactlyInAnyOrder("kn-23", "shoigu");
  }

  @Test
  void aNewVersionHoldsForTheArticlesAfterIt() {
    pipe(article("a", "Visit", TEXT));
    lists =
        Watchlists.of(
            List.of(new Watchlist("plain", "Plain", List.of(entry("un", "Kim Jong Un")), false)),
            "sha256:two");
    pipe(article("b", "Visit again", TEXT));
    pipe(article("c", "Visit", "Kim Jong Un spoke."));

    assertThat(alerts.readValuesToList())
        .extracting(Alert::watchlistVersion)
        .containsExactly("sha256:one", "sha256:two");
  }

  @Test
  void whatIsNoArticleGoesToTheDeadLettersWithItsReason() {
    TestInputTopic<byte[], byte[]> raw =
        driver.createInputTopic(
            Topics.ARTICLES, new ByteArraySerializer(), new ByteArraySerializer());
    raw.pipeInput("k1".getBytes(UTF_8), "{\"schema\":\"vedette.article/9\"}".getBytes(UTF_8));
    raw.pipeInput("k2".getBytes(UTF_8), "<html>".getBytes(UTF_8));
    pipe(article("a", "Visit", TEXT));

    TestOutputTopic<byte[], byte[]> dead =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    assertThat(dead.readRecordsToList())
        .extracting(record -> new String(record.key(), UTF_8) + ": " + message(record))
        .containsExactly(
            "k1: schema: 'vedette.article/9' (expected: vedette.article/1)",
            "k2: not readable as Article");
    assertThat(alerts.readValuesToList()).hasSize(1);
  }

  private static String message(TestRecord<byte[], byte[]> record) {
    return new String(record.headers().lastHeader("__streams.errors.message").value(), UTF_8);
  }

  private void pipe(Article article) {
    Instant time = article.fetchedAt();
    articles.pipeInput(article.id(), article, time);
  }

  private void raise(Article article) {
    TestInputTopic<String, Candidate> past =
        driver.createInputTopic(
            Topics.CANDIDATES, new StringSerializer(), Json.serde(Candidate.class).serializer());
    Candidates.of(lists, article)
        .forEach(candidate -> past.pipeInput(candidate.entry(), candidate, article.fetchedAt()));
  }

  private TestOutputTopic<String, Alert> output(String topic) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), Json.serde(Alert.class, Alert.SCHEMA).deserializer());
  }
}
