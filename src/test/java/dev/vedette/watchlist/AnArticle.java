package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.article.ZoneSpan;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Articles that say only what a test is about, and what was found in them in short. */
final class AnArticle {

  private AnArticle() {}

  static Article of(String title, String body, ZoneSpan... zones) {
    return of(title, body, "", "", "", zones);
  }

  static Article of(
      String title, String body, String source, String language, String url, ZoneSpan... zones) {
    return new Article(
        "id",
        "1",
        source,
        url,
        title,
        body,
        List.of(zones),
        language,
        "",
        null,
        Instant.EPOCH,
        false);
  }

  static Article body(String body) {
    return of("", body);
  }

  /** The surfaces that all entries found, in square brackets where they do not alert. */
  static String found(Watchlists watchlists, Article article) {
    return watchlists.match(article).stream()
        .map(match -> surfaces(match, match.alerts()))
        .collect(Collectors.joining("; "));
  }

  private static String surfaces(Match match, boolean alerts) {
    String all =
        match.hits().stream()
            .map(hit -> hit.surface().replace("\n", "\\n"))
            .collect(Collectors.joining(" | "));
    return alerts ? all : "[" + all + "]";
  }
}
