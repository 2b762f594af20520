package dev.vedette.web;

import dev.vedette.article.Article;
import dev.vedette.history.ArticleLine;
import dev.vedette.history.Filed;
import java.util.List;
import java.util.function.Function;

/** Articles: some of them without their text, or one with it. */
final class ArticlesApi {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int MOST_ALERTS = 50;

  private final Desk desk;
  private final Function<Object, Answer> json;

  ArticlesApi(Desk desk, Function<Object, Answer> json) {
    this.desk = desk;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/api/articles", this::list),
        new Route("GET", "/api/articles/{id}", this::one));
  }

  private Answer list(Call call) {
    String after = call.text("after");
    try {
      return json.apply(
          desk.articles()
              .search(
                  call.text("text"),
                  call.text("source"),
                  call.number("limit", 1, MOST, USUAL),
                  after.isEmpty() ? null : after));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()));
    }
  }

  /**
   * An article with the alerts on it.
   *
   * @param article with its text
   * @param alerts newest first
   */
  private record Whole(Article article, List<AlertRow> alerts) {}

  private Answer one(Call call) {
    String id = call.path("id");
    List<Filed> alerts = desk.alerts().about(id, MOST_ALERTS);
    return json.apply(
        new Whole(
            article(desk, id, call.text("revision")), alerts.stream().map(AlertRow::of).toList()));
  }

  /** The text of a revision of an article; of the newest if none is named. */
  static Article article(Desk desk, String id, String revision) {
    ArticleLine line =
        desk.articles()
            .find(id, revision)
            .orElseThrow(() -> new Refusal(404, "the article is not kept (any more)"));
    return desk.text(line.place())
        .orElseThrow(() -> new Refusal(404, "the text of the article is not kept any more"));
  }
}
