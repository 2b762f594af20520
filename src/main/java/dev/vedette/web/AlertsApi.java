package dev.vedette.web;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.history.AlertFilter;
import dev.vedette.history.Filed;
import dev.vedette.history.Found;
import dev.vedette.watchlist.Severity;
import java.util.List;
import java.util.function.Function;

/** Alerts: some of them, or one. */
final class AlertsApi {

  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final Desk desk;
  private final Function<Object, Answer> json;

  AlertsApi(Desk desk, Function<Object, Answer> json) {
    this.desk = desk;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/alerts", this::list),
        new Route("GET", "/api/alerts/{id}", this::one));
  }

  private Answer list(Call call) {
    String after = call.text("after");
    try {
      Found<Filed> found =
          desk.alerts()
              .search(
                  filter(call),
                  call.number("limit", 1, MOST, USUAL),
                  after.isEmpty() ? null : after);
      return json.apply(
          new Found<>(
              found.items().stream().map(AlertRow::of).toList(), found.total(), found.next()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer one(Call call) {
    return json.apply(
        desk.alerts()
            .find(call.path("id"))
            .orElseThrow(() -> new Refusal(404, "there is no alert " + call.path("id"))));
  }

  /** What the parameters of a request ask for. */
  static AlertFilter filter(Call call) {
    return new AlertFilter(
        call.all("watchlist"),
        call.all("entry"),
        call.all("severity", Severity.class),
        call.all("source"),
        call.all("language"),
        call.all("state", Alert.Type.class),
        call.all("feedback", Feedback.Kind.class),
        Boolean.TRUE.equals(call.bool("unmarked")),
        call.bool("silenced"),
        call.instant("from"),
        call.instant("to"),
        call.text("text"));
  }
}
