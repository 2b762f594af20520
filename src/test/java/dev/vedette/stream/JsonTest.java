package dev.vedette.stream;

import static dev.vedette.Golden.assertGolden;
import static dev.vedette.Samples.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vedette.Golden;
import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.feed.Hub;
import dev.vedette.feed.Wishes;
import dev.vedette.poll.Habits;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Recheck;
import dev.vedette.poll.Subscription;
import dev.vedette.text.Imprint;
import dev.vedette.watchlist.Silence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden files are what subscribers were promised; a change of them is a change of schema. */
class JsonTest {

  private static final Article ARTICLE =
      new Article(
          "a1",
          "r1",
          "wire",
          "https://wire.example/a1",
          "Visit",
          "Sergei Shoigu arrived.\nRead more: Rain",
          List.of(new ZoneSpan(Zone.LEAD, 0, 22), new ZoneSpan(Zone.LINK, 23, 38)),
          "en",
          "A. Writer",
          Samples.NOON.minusSeconds(60),
          Samples.NOON,
          false);

  @Test
  void anArticleIsWrittenAsPromised() throws JsonProcessingException {
    assertGolden("stream/article.v1.json", pretty(ARTICLE));
  }

  @Test
  void anAlertIsWrittenAsPromised() throws JsonProcessingException {
    assertGolden("stream/alert.v1.json", pretty(alert()));
  }

  @Test
  void whatWasWrittenIsReadBack() {
    PollState state =
        new PollState(
            "wire",
            "https://wire.example",
            "\"e\"",
            null,
            List.of("00ff"),
            Samples.NOON,
            2,
            "HTTP 500",
            Samples.NOON,
            null,
            3,
            new Habits(
                1.5,
                Duration.ofHours(30),
                new Wishes(Duration.ofHours(1), Set.of(3), Set.of(DayOfWeek.SUNDAY))
                    .with(new Hub("https://hub.example/", "https://wire.example")),
                "it publishes rarely",
                "https://wire.example/new",
                2,
                0),
            List.of(
                new Recheck("https://wire.example/a", "\"1\"", null, "00aa", 1, 0, Samples.NOON)),
            List.of("00112233445566ff"),
            new Subscription(
                "https://hub.example/",
                "https://wire.example",
                Samples.NOON,
                1,
                null,
                null,
                null,
                null,
                0));
    assertThat(Json.line(state))
        .endsWith(
            "\"articles\":3,\"habits\":{\"published\":1.5,\"watched\":\"PT30H\","
                + "\"wishes\":{\"ttl\":\"PT1H\",\"skipHours\":[3],\"skipDays\":[\"sunday\"],"
                + "\"hub\":{\"address\":\"https://hub.example/\",\"topic\":\"https://wire.example\"}},\"later\":\"it"
                + " publishes rarely\",\"moved\":\"https://wire.example/new\","
                + "\"movedTimes\":2,\"gone\":0,"
                + "\"rhythm\":{\"last\":null,\"longest\":\"PT0S\",\"pauses\":0},\"contact\":null},"
                + "\"rechecks\":[{\"url\":\"https://wire.example/a\",\"etag\":\"\\\"1\\\"\","
                + "\"lastModified\":null,\"said\":\"00aa\",\"unchanged\":1,\"edits\":0,"
                + "\"next\":\"2026-11-23T12:00:00Z\"}],\"leftOut\":[\"00112233445566ff\"],"
                + "\"subscription\":{\"hub\":\"https://hub.example/\",\"topic\":\"https://wire.example\","
                + "\"tried\":\"2026-11-23T12:00:00Z\",\"tries\":1,\"error\":null,\"since\":null,"
                + "\"until\":null,\"pinged\":null,\"missed\":0}}");
    assertThat(again(Json.serde(Article.class, Article.SCHEMA), ARTICLE)).isEqualTo(ARTICLE);
    assertThat(again(Json.serde(Alert.class, Alert.SCHEMA), alert())).isEqualTo(alert());
    assertThat(again(Json.serde(PollState.class, PollState.SCHEMA), state)).isEqualTo(state);
  }

  /** As the first version wrote it, before corrections and summaries. */
  @Test
  void theFirstAlertsAreStillRead() {
    assertThat(
            Json.serde(Alert.class, Alert.SCHEMA)
                .deserializer()
                .deserialize("t", Golden.read("stream/alert.v1.0.json").getBytes(UTF_8)))
        .isEqualTo(alert());
  }

  /** One that waits to be told while the service is made anew. */
  @Test
  void aCandidateOfAnEarlierVersionIsReadWithoutAnImprint() throws JsonProcessingException {
    Candidate candidate =
        Candidates.of(Samples.watchlists(entry("shoigu", "Sergei Shoigu")), ARTICLE).get(0);
    Serde<Candidate> serde = Json.serde(Candidate.class);
    String now = Json.line(candidate);
    String before = now.replaceFirst("\"imprint\":\"[^\"]+\"", "\"words\":\"0123\"");

    assertThat(again(serde, candidate)).isEqualTo(candidate);
    assertThat(before).isNotEqualTo(now);
    assertThat(serde.deserializer().deserialize("t", before.getBytes(UTF_8)).imprint())
        .isEqualTo(Imprint.NONE);
  }

  @Test
  void aPollStateOfTheFirstVersionIsRead() {
    String first =
        """
        {"schema":"vedette.poll-state/1","source":"wire","url":"https://wire.example",
         "etag":"\\"e\\"","lastModified":null,"seen":["00112233445566ff"],
         "nextDue":"2026-11-23T12:00:00Z","failures":2,"lastError":"HTTP 500",
         "lastPolled":"2026-11-23T12:00:00Z","lastSuccess":null,"articles":3}
        """;

    assertThat(
            Json.serde(PollState.class, PollState.SCHEMA)
                .deserializer()
                .deserialize("t", first.getBytes(UTF_8)))
        .isEqualTo(
            new PollState(
                "wire",
                "https://wire.example",
                "\"e\"",
                null,
                List.of("00112233445566ff"),
                Samples.NOON,
                2,
                "HTTP 500",
                Samples.NOON,
                null,
                3));
  }

  @Test
  void aFieldFromALaterMinorVersionIsPassedOver() {
    String later =
        Golden.read("stream/article.v1.json").replaceFirst("\\{", "{ \"mood\": \"calm\",");

    assertThat(read(later)).isEqualTo(ARTICLE);
  }

  @Test
  void whatWasWrittenBeforeThereWereOriginsIsReadAsPlain() {
    String before =
        Golden.read("stream/article.v1.json").replaceFirst("(?s),\\s*\"origin\".*", "}");

    assertThat(before).doesNotContain("origin");
    assertThat(read(before)).isEqualTo(ARTICLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "type",
        "raisedAt",
        "watchlist",
        "watchlistVersion",
        "entry",
        "title",
        "severity",
        "tags",
        "article",
        "hits",
        "snippet",
        "story",
        "article.id",
        "article.fetchedAt",
        "hits.field",
        "hits.how",
        "story.first",
        "story.copies"
      })
  void anAlertThatLacksAPartIsRefusedByName(String part) throws JsonProcessingException {
    ObjectNode alert = Json.mapper().valueToTree(alert());
    String[] path = part.split("\\.");
    JsonNode parent = path.length == 1 ? alert : alert.get(path[0]);
    ((ObjectNode) (parent.isArray() ? parent.get(0) : parent)).remove(path[path.length - 1]);
    byte[] json = Json.mapper().writeValueAsBytes(alert);

    assertThatThrownBy(
            () -> Json.serde(Alert.class, Alert.SCHEMA).deserializer().deserialize("t", json))
        .isInstanceOf(SerializationException.class)
        .hasMessage("not readable as Alert: " + part + " is missing");
  }

  @Test
  void anotherMajorVersionIsRefused() {
    assertThatThrownBy(() -> read("{\"schema\":\"vedette.article/2\"}"))
        .isInstanceOf(SerializationException.class)
        .hasMessage("schema: 'vedette.article/2' (expected: vedette.article/1)");
  }

  private static Article read(String json) {
    return Json.serde(Article.class, Article.SCHEMA)
        .deserializer()
        .deserialize("t", json.getBytes(UTF_8));
  }

  private static Alert alert() {
    Silence silence = new Silence(Samples.NOON.plusSeconds(60), "trial run", "ana");
    Candidate candidate =
        Candidates.of(Samples.watchlists(entry("shoigu", silence, "Sergei Shoigu")), ARTICLE)
            .get(0);
    return Samples.raised(candidate);
  }

  private static <T> T again(Serde<T> serde, T value) {
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
  }

  private static String pretty(Object value) throws JsonProcessingException {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
