package dev.vedette.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.feed.Hub;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is agreed with hubs, and who is believed to be one. */
class WebSubTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String TOPIC = "https://wire.example/feed";
  private static final Hub HUB = new Hub("https://hub.example/", TOPIC);
  private static final String HASH = Subscription.topicHash(TOPIC);
  private static final Duration EVERY = Duration.ofMinutes(15);

  private final WebSub webSub =
      new WebSub(URI.create("https://monitor.example/websub"), "a secret of thirty-two characters");
  private final Set<String> polled = new HashSet<>(Set.of("wire"));
  private final List<HubEvent> told = new ArrayList<>();
  private final HubCalls calls =
      new HubCalls(webSub, polled::contains, told::add, Clock.fixed(NOON, ZoneOffset.UTC));

  private String mark(String source, String topic) {
    String callback = webSub.callback(source, topic).toString();
    return callback.substring(callback.lastIndexOf('/') + 1);
  }

  @Test
  void everyInstanceWithTheSecretKnowsACallbackAndNobodyElseMakesOne() {
    String mark = mark("wire", TOPIC);
    WebSub other = new WebSub(webSub.callback(), "another one of thirty-two characters");

    assertThat(webSub.callback("wire", TOPIC))
        .hasToString("https://monitor.example/websub/wire/" + mark);
    assertThat(webSub.topicHash("wire", mark)).isEqualTo(HASH);
    assertThat(webSub.topicHash("ministry", mark)).isNull();
    assertThat(webSub.topicHash("wire", HASH)).isNull();
    assertThat(webSub.topicHash("wire", "")).isNull();
    assertThat(other.topicHash("wire", mark)).isNull();
    assertThat(webSub.key("wire", HASH)).hasSize(64).isNotEqualTo(other.key("wire", HASH));
    assertThat(webSub.toString()).doesNotContain("secret");
  }

  @Test
  void whatTheHubAsksBackIsConfirmedOnlyIfItWasAskedFor() {
    String mark = mark("wire", TOPIC);

    assertThat(calls.confirms("wire", mark, "subscribe", "https://evil.example/", "60")).isFalse();
    assertThat(calls.confirms("wire", mark("gone", TOPIC), "subscribe", TOPIC, "60")).isFalse();
    assertThat(calls.confirms("gone", mark("gone", TOPIC), "subscribe", TOPIC, "60")).isFalse();
    assertThat(calls.confirms("wire", mark, "unsubscribe", TOPIC, "")).isFalse();
    assertThat(calls.confirms("wire", mark, "delete", TOPIC, "")).isFalse();
    assertThat(told).isEmpty();
    assertThat(calls.confirms("gone", mark("gone", TOPIC), "unsubscribe", TOPIC, "")).isTrue();
    assertThat(told).isEmpty();
    assertThat(calls.confirms("wire", mark, "subscribe", TOPIC, "60")).isTrue();
    assertThat(told).containsExactly(HubEvent.confirmed("wire", HASH, 60, NOON));
  }

  @ParameterizedTest
  @CsvSource({"'', 864000", "0, 864000", "-5, 864000", "1e9, 864000", "99999999999, 7776000"})
  void aLeaseIsTakenWithinBounds(String said, long seconds) {
    calls.confirms("wire", mark("wire", TOPIC), "subscribe", TOPIC, said);

    assertThat(told).extracting(HubEvent::lease).containsExactly(seconds);
  }

  @ParameterizedTest
  @CsvSource({"sha1, 40", "sha256, 64", "SHA256, 64", "sha384, 96", "sha512, 128"})
  void hubsSignWithWhatTheyKnow(String method, int digits) {
    var signer = Objects.requireNonNull(calls.signer("wire", mark("wire", TOPIC), method));

    assertThat(HexFormat.of().formatHex(signer.doFinal("x".getBytes(UTF_8)))).hasSize(digits);
    assertThat(calls.signer("wire", mark("wire", TOPIC), "md5")).isNull();
    assertThat(calls.signer("wire", "forged", method)).isNull();
  }

  @Test
  void manyCallsAtOnceAreHeardAndAFloodIsNot() {
    int heard = 0;
    for (int i = 0; i < 1_000; i++) {
      heard += calls.hasTime("wire") ? 1 : 0;
    }
    assertThat(heard).isEqualTo(20);
    assertThat(calls.hasTime("ministry")).isTrue();
    int answered = 0;
    for (int i = 0; i < 1_000; i++) {
      answered += calls.hasTimeToAnswer("wire") ? 1 : 0;
    }
    assertThat(answered).as("whatever pings there were").isEqualTo(20);
  }

  /** A state that was polled at noon and is due in a quarter of an hour. */
  private static PollState state(@Nullable Subscription with) {
    return new PollState(
            "wire", "u", null, null, List.of(), NOON.plus(EVERY), 0, null, NOON, NOON, 3)
        .with(with);
  }

  private static PollState live() {
    return state(null)
        .heard(HubEvent.asked("wire", HUB, NOON.minusSeconds(20)))
        .heard(HubEvent.confirmed("wire", HASH, 864_000, NOON.minusSeconds(10)));
  }

  private static Subscription with(PollState state) {
    return Objects.requireNonNull(state.subscription());
  }

  @Test
  void aHubIsAskedUntilItConfirmsAndAgainBeforeItsPromiseEnds() {
    PollState asked = state(null).heard(HubEvent.asked("wire", HUB, NOON));

    assertThat(with(asked).isLive(NOON)).isFalse();
    assertThat(with(asked).isToBeAsked(NOON.plusSeconds(3_599))).isFalse();
    assertThat(with(asked).isToBeAsked(NOON.plusSeconds(3_600))).isTrue();
    PollState twice = asked.heard(HubEvent.asked("wire", HUB, NOON.plusSeconds(3_600)));
    assertThat(with(twice).isToBeAsked(NOON.plusSeconds(10_799))).isFalse();
    assertThat(with(twice).isToBeAsked(NOON.plusSeconds(10_800))).isTrue();
    Subscription live = with(live());
    assertThat(live.isLive(NOON)).isTrue();
    assertThat(live.isToBeAsked(NOON.plus(Duration.ofDays(7)))).isFalse();
    assertThat(live.isToBeAsked(NOON.plus(Duration.ofDays(8)))).isTrue();
    assertThat(live.isLive(NOON.plus(Duration.ofDays(10)))).isFalse();
  }

  @Test
  void eventsThatComeTwiceLateOrOfAnotherTopicChangeNothing() {
    PollState live = live().heard(HubEvent.pinged("wire", HASH, NOON));

    assertThat(live.heard(HubEvent.pinged("wire", HASH, NOON))).isSameAs(live);
    assertThat(live.heard(HubEvent.pinged("wire", HASH, NOON.minusSeconds(1)))).isSameAs(live);
    assertThat(live.heard(HubEvent.confirmed("wire", HASH, 1, NOON.minusSeconds(10))))
        .isSameAs(live);
    assertThat(live.heard(HubEvent.denied("wire", HASH, "old", NOON.minusSeconds(60))))
        .isSameAs(live);
    assertThat(live.heard(HubEvent.pinged("wire", "0".repeat(16), NOON.plusSeconds(9))))
        .isSameAs(live);
    assertThat(state(null).heard(HubEvent.pinged("wire", HASH, NOON)).subscription()).isNull();
  }

  @Test
  void whatAHubTellsMakesItsSourceDueAtOnceButNotAllTheTime() {
    PollState told = live().heard(HubEvent.pinged("wire", HASH, NOON.plusSeconds(60)));
    PollState flooded = live().heard(HubEvent.pinged("wire", HASH, NOON.plusMillis(1)));

    assertThat(live().due()).isEqualTo(NOON.plus(EVERY));
    assertThat(told.due()).isEqualTo(NOON.plusSeconds(60));
    assertThat(flooded.due()).isEqualTo(NOON.plusSeconds(10));
    PollState failing =
        told.failed(NOON, NOON.plus(EVERY), Habits.NONE, "HTTP 500")
            .heard(HubEvent.pinged("wire", HASH, NOON.plusSeconds(70)));
    assertThat(failing.due()).as("its backoff holds").isEqualTo(NOON.plus(EVERY));
  }

  @Test
  void theRhythmStretchesWhileTheHubTellsAndOnlyThen() {
    Schedule schedule = new Schedule(new Random(7), true, true);
    Schedule.Due usual = new Schedule.Due(NOON.plus(EVERY), null);
    Source source = source();

    assertThat(schedule.told(source, live(), NOON, usual, false).at())
        .isBetween(NOON.plusSeconds(3_240), NOON.plusSeconds(3_960));
    assertThat(schedule.told(source, state(null), NOON, usual, false)).isEqualTo(usual);
    assertThat(new Schedule(new Random(7), true, false).told(source, live(), NOON, usual, false))
        .as("nobody can call any more")
        .isEqualTo(usual);
    PollState missed = live();
    for (int i = 0; i < Subscription.MOST_MISSED; i++) {
      missed = missed.with(with(missed).afterNews(NOON, NOON));
    }
    assertThat(schedule.told(source, missed, NOON, usual, false)).isEqualTo(usual);
    assertThat(with(missed).note(HUB, NOON))
        .isEqualTo("its hub has not told of what was new for 3 polls");
    PollState again = missed.heard(HubEvent.pinged("wire", HASH, NOON.plusSeconds(1)));
    assertThat(with(again).isTrusted()).isTrue();
  }

  /** A server's cache may be a moment behind its hub. */
  @Test
  void whatTheHubToldOfAndIsNotThereYetIsLookedForAgain() {
    Schedule schedule = new Schedule(new Random(7), true, true);
    Schedule.Due usual = new Schedule.Due(NOON.plus(EVERY), null);
    PollState told = live().heard(HubEvent.pinged("wire", HASH, NOON.plusSeconds(60)));

    assertThat(schedule.told(source(), told, NOON.plusSeconds(60), usual, false).at())
        .isBetween(NOON.plusSeconds(114), NOON.plusSeconds(126));
    assertThat(schedule.told(source(), told, NOON.plusSeconds(60), usual, true).at())
        .isAfter(usual.at());
  }

  @Test
  void peopleAreToldHowItStands() {
    PollState asked = state(null).heard(HubEvent.asked("wire", HUB, NOON));

    assertThat(with(live()).note(HUB, NOON))
        .isEqualTo("its hub tells what is new, until 2026-12-03, so it is asked less often");
    assertThat(with(asked).note(HUB, NOON.plusSeconds(60))).isEmpty();
    assertThat(with(asked).note(HUB, NOON.plusSeconds(301)))
        .isEqualTo(
            "its hub was asked 2026-11-23T12:00:00Z and has not asked back: see whether"
                + " poll.websub.callback can be reached from outside");
    assertThat(with(asked.heard(HubEvent.refused("wire", HASH, "HTTP 402", NOON))).note(HUB, NOON))
        .isEqualTo("its hub does not tell what is new: HTTP 402");
    Subscription denied =
        with(live().heard(HubEvent.denied("wire", HASH, "quota", NOON.plusSeconds(1))));
    assertThat(denied.isLive(NOON.plusSeconds(2))).isFalse();
    assertThat(denied.isToBeAsked(NOON.plusSeconds(2))).isFalse();
    assertThat(denied.note(HUB, NOON)).isEqualTo("its hub does not tell what is new: quota");
  }

  @Test
  void ofAHubThatItsFeedNamesNoMoreOnlyItsPromiseIsSaid() {
    Hub other = new Hub("https://other.example/", TOPIC);
    PollState asked = state(null).heard(HubEvent.asked("wire", HUB, NOON));
    PollState refused = asked.heard(HubEvent.refused("wire", HASH, "HTTP 402", NOON));

    for (Hub named : new Hub[] {null, other}) {
      assertThat(with(live()).note(named, NOON))
          .isEqualTo(
              "a hub that its feed names no more tells what is new, until 2026-12-03, so it is"
                  + " asked less often");
      assertThat(with(asked).note(named, NOON.plusSeconds(301))).isEmpty();
      assertThat(with(refused).note(named, NOON)).isEmpty();
    }
  }

  private static Source source() {
    return new Source.Feed(
        new Source.Settings("wire", "wire", EVERY, "en", true),
        URI.create(TOPIC),
        Source.FullText.FEED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<https://hub.example/>; rel=\"hub\", <https://wire.example/feed>; rel=\"self\" |"
            + " https://hub.example/ | https://wire.example/feed",
        "</hub>;rel=hub | https://wire.example/hub | ''",
        "<https://a.example/?x=1,2>; title=\"a, b; c\"; rel=\"alternate Hub\" |"
            + " https://a.example/?x=1,2 | ''",
        "<https://a.example/>; rel=next, <https://b.example/>; REL=hub | https://b.example/ | ''",
        "<https://a.example/a b{c}>; rel=hub | https://a.example/a%20b%7Bc%7D | ''",
        "<<<<https://a.example/>; rel=hub | https://a.example/ | ''",
        "<javascript:alert(1)>; rel=hub | |",
        "<ftp://a.example/>; rel=hub | |",
        "https://a.example/; rel=hub | |",
        "<https://a.example/>; rel=\"hub | |",
      })
  void theHeadOfAnAnswerMayNameTheHub(String header, @Nullable String hub, @Nullable String topic) {
    BasicHttpResponse head = new BasicHttpResponse(200);
    head.addHeader("Link", header);
    Reply reply = new Reply(head, new byte[0], Reply.End.WHOLE, new BodyBudget(1_000).open());

    assertThat(HubHeader.of(reply, URI.create("https://wire.example/feed")))
        .isEqualTo(hub == null ? null : new Hub(hub, Objects.requireNonNull(topic)));
  }
}
