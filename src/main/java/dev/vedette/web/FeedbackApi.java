package dev.vedette.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.alert.Feedback;
import dev.vedette.alert.Feedback.Kind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people say of alerts, and silences of entries. */
final class FeedbackApi {

  private static final int MOST_BYTES = 20_000;

  private final Desk desk;
  private final Clock clock;
  private final Function<Object, Answer> json;

  FeedbackApi(Desk desk, Clock clock, Function<Object, Answer> json) {
    this.desk = desk;
    this.clock = clock;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("PUT", "/api/alerts/{id}/feedback", this::mark),
        new Route("DELETE", "/api/alerts/{id}/feedback", this::unmark),
        new Route("GET", "/api/silences", call -> silences()),
        new Route("PUT", "/api/entries/{id}/silence", this::silence),
        new Route("DELETE", "/api/entries/{id}/silence", this::unsilence));
  }

  private Answer mark(Call call) {
    String id = call.path("id");
    if (desk.alerts().find(id).isEmpty()) {
      throw new Refusal(404, "there is no alert " + id);
    }
    JsonNode body = call.body(MOST_BYTES);
    Kind kind = Call.constant("kind", body.path("kind").asText(), Kind.class);
    if (kind == Kind.SILENCE) {
      throw Refusal.of("kind", "silence", "one of seen, false_alarm, important");
    }
    return say(kind, id, text(body, "note"), text(body, "by"), null);
  }

  private Answer silence(Call call) {
    String id = call.path("id");
    requireEntry(id);
    JsonNode body = call.body(MOST_BYTES);
    return say(Kind.SILENCE, id, text(body, "reason"), text(body, "by"), until(body));
  }

  private void requireEntry(String id) {
    boolean known =
        desk.watchlists().lists().stream()
            .flatMap(list -> list.entries().stream())
            .anyMatch(entry -> entry.id().equals(id));
    if (!known) {
      throw new Refusal(404, "no watchlist has an entry " + id);
    }
  }

  private @Nullable Instant until(JsonNode body) {
    String text = text(body, "until");
    try {
      Instant until = text.isEmpty() ? null : Instant.parse(text);
      if (until != null && !until.isAfter(clock.instant())) {
        throw Refusal.of("until", text, "a time that is still to come");
      }
      return until;
    } catch (DateTimeException e) {
      throw Refusal.of("until", text, "an instant such as 2026-11-23T12:00:00Z, or none");
    }
  }

  private Answer say(Kind kind, String about, String note, String by, @Nullable Instant until) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Feedback said;
    try {
      said = new Feedback(kind, about, note, by, now, until);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()));
    }
    keep(() -> desk.say(said));
    return json.apply(said);
  }

  private Answer unmark(Call call) {
    keep(() -> desk.takeBack(Feedback.keyOfAlert(call.path("id"))));
    return json.apply(Map.of());
  }

  private Answer unsilence(Call call) {
    keep(() -> desk.takeBack(Feedback.keyOfEntry(call.path("id"))));
    return json.apply(Map.of());
  }

  private Answer silences() {
    return json.apply(Map.of("items", desk.alerts().silences()));
  }

  private static void keep(Runnable write) {
    try {
      write.run();
    } catch (RuntimeException e) { // the broker is away
      throw new Refusal(503, "not kept: " + e.getMessage());
    }
  }

  private static String text(JsonNode body, String name) {
    return body.path(name).asText("").strip();
  }
}
