package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.document.Secrets;
import dev.vedette.feed.Hub;
import dev.vedette.feed.Wishes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which hubs a feed can have asked, and how often; {@code localhost} and 127.0.0.1 may be polled.
 */
@Timeout(60)
class HubClientTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String STRANGER = "http://news.example/feed";

  private final RawServer server = new RawServer(RawServer.of("HTTP/1.1 202 Accepted", ""));
  private final Poller poller =
      new Poller(
          new PollSettings(
                  Duration.ofMinutes(1),
                  true,
                  Duration.ofSeconds(30),
                  1 << 20,
                  Duration.ZERO,
                  2,
                  10,
                  "Vedette/test",
                  "",
                  false,
                  Set.of("localhost", "127.0.0.1"))
              .calledAt(
                  new WebSub(
                      URI.create("https://monitor.example/websub"),
                      "a secret of thirty-two characters")),
          Path.of("."),
          Secrets.NONE);
  private final HubClient hubs = Objects.requireNonNull(poller.hubs());

  @AfterEach
  void close() throws IOException {
    poller.close();
    server.close();
  }

  private String ask(String source, URI hub) {
    return hubs.ask(naming(new Hub(hub.toString(), source), state(source)), NOON).join();
  }

  private String inWords(String refusal) {
    return refusal.replace(server.uri("").toString(), "SERVER");
  }

  private List<String> asked() {
    return server.requests().stream().map(head -> head.lines().findFirst().orElse("")).toList();
  }

  @Test
  void aPrivateHubIsAskedForASourceOfItsOwnHostOnly() {
    assertThat(ask(STRANGER, server.uri("/hub")))
        .contains("localhost is at 127.0.0.1 (expected: a public address)");
    assertThat(asked()).isEmpty();

    assertThat(ask(server.uri("/feed").toString(), server.uri("/hub"))).isEmpty();
    assertThat(asked()).containsExactly("POST /hub HTTP/1.1");
  }

  @Test
  void aStrangersHubIsLeftByTheSameRule() {
    Subscription with =
        new Subscription(
            server.uri("/hub").toString(), STRANGER, NOON, 1, null, null, null, null, 0);

    assertThat(hubs.leave(state(STRANGER).with(with), with, NOON).join())
        .contains("(expected: a public address)");
    assertThat(asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "307 | SERVER/hub redirects to 'OTHER/secret' (expected: an address of the same host)",
        "308 | SERVER/hub redirects to 'OTHER/secret' (expected: an address of the same host)",
        "302 | HTTP 302 from SERVER/hub instead of an answer",
      })
  void aHubSendsNobodyToAnotherHost(int status, String why) {
    String other = server.uri("").toString().replace("localhost", "127.0.0.1");
    server.answerWith(
        RawServer.of("HTTP/1.1 %d Over there\nLocation: %s/secret".formatted(status, other), ""));

    String refusal = ask(server.uri("/feed").toString(), server.uri("/hub"));

    assertThat(inWords(refusal).replace(other, "OTHER")).isEqualTo(why);
    assertThat(asked()).containsExactly("POST /hub HTTP/1.1");
  }

  /** Or a feed that names another one at every poll would have it asked at every poll. */
  @Test
  void anotherHubIsAskedInItsPlaceNoSoonerThanTheSameOneAgain() {
    Hub first = new Hub("https://hub.example/", STRANGER);
    Hub other = new Hub("https://hub.example/", STRANGER + "?2");
    PollState fresh = state(STRANGER);
    PollState asked = fresh.heard(HubEvents.asked("wire", first, NOON));
    PollState again = asked.heard(HubEvents.asked("wire", other, NOON.plusSeconds(3_600)));
    PollState live = asked.heard(HubEvents.confirmed("wire", first, NOON.plusSeconds(1)));

    assertThat(hubs.isToAsk(naming(other, fresh), NOON)).isTrue();
    assertThat(hubs.isToAsk(naming(other, asked), NOON.plusSeconds(3_599))).isFalse();
    assertThat(hubs.isToAsk(naming(other, asked), NOON.plusSeconds(3_600))).isTrue();
    assertThat(hubs.isToAsk(naming(first, again), NOON.plusSeconds(10_799))).isFalse();
    assertThat(hubs.isToAsk(naming(first, again), NOON.plusSeconds(10_800))).isTrue();
    assertThat(hubs.isToAsk(naming(other, live), NOON.plusSeconds(3_599))).isFalse();
    assertThat(hubs.isToAsk(naming(other, live), NOON.plusSeconds(3_600))).isTrue();
  }

  private static PollState state(String url) {
    return new PollState("wire", url, null, null, List.of(), NOON, 0, null, NOON, NOON, 1);
  }

  private static PollState naming(Hub hub, PollState state) {
    return state.same(NOON, NOON, Habits.NONE.wishing(Wishes.NONE.with(hub)));
  }

  @Test
  void aHubMayBeAtAnotherAddressOfItsHost() {
    RawServer.Answer there = RawServer.of("HTTP/1.1 202 Accepted", "");
    RawServer.Answer away = RawServer.of("HTTP/1.1 308 Over there\nLocation: /new", "");
    server.answerWith(
        (request, out) -> (request.contains(" /hub ") ? away : there).write(request, out));

    assertThat(ask(server.uri("/feed").toString(), server.uri("/hub"))).isEmpty();
    assertThat(asked()).containsExactly("POST /hub HTTP/1.1", "POST /new HTTP/1.1");
  }
}
