package dev.vedette.config;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test that stands in a file of its own: articles, and the alerts that they are to raise.
 *
 * @param place where it stands
 * @param name what to call it; the text or the file's name where it has none
 * @param articles one, or several if a feed is tried; they are asked together
 * @param alerts all that are expected, each entry once
 * @param watchlist the only list whose entries are asked; null for all
 */
record Watchtest(
    Value place,
    String name,
    List<Article> articles,
    List<Expected> alerts,
    @Nullable String watchlist) {

  /**
   * An alert that is expected.
   *
   * @param severity null if any will do
   * @param hits the words that it is to be raised on, in order; null if any will do
   */
  record Expected(String entry, @Nullable Severity severity, @Nullable List<String> hits) {}

  /** What came of one article. */
  private record Raised(Article article, Match match) {

    String entry() {
      return match.entry().id();
    }

    /** The mentions that are the reason for the alert. */
    List<Hit> hits() {
      return match.hits().stream()
          .filter(hit -> match.entry().filters().alertsIn(hit.zone()))
          .toList();
    }
  }

  Trial run(Watchlists watchlists) {
    List<Raised> raised = raised(watchlists);
    String got = got(raised);
    return place.trial(
        name,
        alerts.isEmpty() ? "no alert" : words(alerts.stream().map(this::words).sorted()),
        got,
        passed(raised),
        raised.stream()
            .map(one -> new Trial.Evidence(one.article.title(), one.article.body(), one.hits()))
            .toList());
  }

  private List<Raised> raised(Watchlists watchlists) {
    List<Raised> raised = new ArrayList<>();
    for (Article article : articles) {
      for (Match match : watchlists.match(article)) {
        if (match.alerts() && (watchlist == null || watchlist.equals(match.watchlist().id()))) {
          raised.add(new Raised(article, match));
        }
      }
    }
    return raised;
  }

  private boolean passed(List<Raised> raised) {
    return raised.stream().allMatch(one -> expected(one) != null)
        && alerts.stream().allMatch(expected -> isMet(expected, raised));
  }

  private @Nullable Expected expected(Raised raised) {
    return alerts.stream().filter(one -> one.entry.equals(raised.entry())).findFirst().orElse(null);
  }

  private static boolean isMet(Expected expected, List<Raised> raised) {
    List<Raised> own = raised.stream().filter(one -> one.entry().equals(expected.entry)).toList();
    return !own.isEmpty()
        && (expected.severity == null
            || own.stream().allMatch(one -> one.match.entry().severity() == expected.severity))
        && (expected.hits == null || expected.hits.equals(surfaces(own)));
  }

  private static List<String> surfaces(List<Raised> raised) {
    return raised.stream().flatMap(one -> one.hits().stream()).map(Hit::surface).toList();
  }

  private String got(List<Raised> raised) {
    List<String> entries = raised.stream().map(Raised::entry).distinct().sorted().toList();
    return entries.isEmpty()
        ? "no alert"
        : words(
            entries.stream()
                .map(
                    entry ->
                        words(raised.stream().filter(one -> one.entry().equals(entry)).toList())));
  }

  /** As much as was asked of it; of what was not expected, its mentions. */
  private String words(List<Raised> ofOneEntry) {
    Raised first = ofOneEntry.get(0);
    Expected expected = expected(first);
    if (expected == null) {
      return first.hits().isEmpty()
          ? first.entry()
          : first.entry() + " on " + Trial.shown(first.hits());
    }
    return words(
        new Expected(
            expected.entry,
            expected.severity == null ? null : first.match.entry().severity(),
            expected.hits == null ? null : surfaces(ofOneEntry)));
  }

  private String words(Expected alert) {
    String severity =
        alert.severity == null
            ? ""
            : ", severity " + alert.severity.name().toLowerCase(Locale.ROOT);
    String hits =
        alert.hits == null
            ? ""
            : " on " + String.join(", ", alert.hits.stream().map(Words::quoted).toList());
    return alert.entry + severity + hits;
  }

  private static String words(Stream<String> alerts) {
    List<String> all = alerts.toList();
    return (all.size() == 1 ? "an alert of " : "alerts of ") + String.join("; ", all);
  }
}
