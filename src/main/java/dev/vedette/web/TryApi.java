package dev.vedette.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** Tries watchlists on texts and addresses; nothing is kept. */
final class TryApi {

  private static final int MOST_BYTES = 6 << 20;

  /** Any name right in the directory that is not hidden. */
  private static final String FILE_NAME = "[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,249}\\.ya?ml";

  private final Desk desk;
  private final Function<Object, Answer> json;

  TryApi(Desk desk, Function<Object, Answer> json) {
    this.desk = desk;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(new Route("POST", "/api/match", this::match));
  }

  private Answer match(Call call) {
    JsonNode body = call.body(MOST_BYTES);
    Attempt attempt =
        new Attempt(
            body.path("text").asText(""),
            body.path("address").asText("").strip(),
            body.path("file").asText("").strip(),
            body.path("yaml").asText(""),
            body.path("entry").asText("").strip());
    if (attempt.text().isBlank() == attempt.address().isEmpty()) {
      throw new Refusal(400, "either text or address must be given");
    }
    if (!attempt.address().isEmpty() && !attempt.address().matches("(?i)https?://\\S+")) {
      throw Refusal.of("address", attempt.address(), "such as https://news.example/story");
    }
    if (!attempt.file().isEmpty() && !attempt.file().matches(FILE_NAME)) {
      throw Refusal.of("file", attempt.file(), "the name of a file such as people.yaml");
    }
    try {
      return json.apply(desk.attempt(attempt));
    } catch (Attempt.Failed e) {
      throw new Refusal(422, String.valueOf(e.getMessage()));
    }
  }
}
