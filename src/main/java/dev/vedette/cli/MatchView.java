package dev.vedette.cli;

import static java.util.stream.Collectors.joining;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.cli.Excerpt.Mark;
import dev.vedette.sink.Ink;
import dev.vedette.sink.SilenceText;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the entries found in an article, as a person reads it: each with its reasons, and then the
 * text with the words in place.
 *
 * @param ink how words stand out
 * @param whole whether all of the text is shown, or only the paragraphs with mentions
 */
record MatchView(Ink ink, boolean whole) {

  /** Mentions of one entry that are explained; the rest is marked in the text. */
  private static final int MOST_EXPLAINED = 5;

  private static final String INDENT = "  ";

  /** Ends in a line feed. */
  String of(String file, Article article, List<Match> matches) {
    StringBuilder out = new StringBuilder(file).append(": ").append(headline(article));
    out.append(": alerts: ").append(matches.stream().filter(Match::alerts).count()).append('\n');
    matches.stream()
        .sorted(Comparator.comparing(Match::alerts).reversed())
        .forEach(match -> out.append(entry(match, article.fetchedAt())));
    if (!matches.isEmpty() || whole) {
      text(article, matches, out);
    }
    return out.toString();
  }

  private static String headline(Article article) {
    return article.title().isEmpty() ? "(no headline)" : Ink.clean(article.title());
  }

  private String entry(Match match, Instant at) {
    String name = match.watchlist().id() + "/" + match.entry().id();
    String silenced = silence(match.entry(), at);
    String head =
        match.alerts()
            ? severity(match.entry().severity())
                + ink.bold(Ink.clean(match.entry().title()))
                + ink.dim(String.format(Locale.ROOT, "  %s  score %.2f", name, match.score()))
            : ink.dim("no alert ") + Ink.clean(match.entry().title()) + ink.dim("  " + name);
    String hits =
        match.hits().stream()
            .limit(MOST_EXPLAINED)
            .map(hit -> INDENT + INDENT + ink.dim(why(match, hit)) + "\n")
            .collect(joining());
    int more = match.hits().size() - MOST_EXPLAINED;
    return INDENT
        + head
        + silenced
        + "\n"
        + hits
        + (more > 0 ? INDENT + INDENT + ink.dim("and " + more + " more") + "\n" : "");
  }

  /** Follows what is said of an entry; empty unless it is silenced at this time. */
  static String silence(Entry entry, Instant at) {
    Silence silence = entry.silence();
    return silence == null || !silence.holdsAt(at)
        ? ""
        : ", " + SilenceText.of(silence.until(), silence.reason(), silence.by());
  }

  private String severity(Severity severity) {
    String word = String.format(Locale.ROOT, "%-9s", severity.name());
    return severity.compareTo(Severity.HIGH) >= 0 ? ink.bad(word) : word;
  }

  /** The proof of a mention; and if it does not count, the reason for that. */
  private static String why(Match match, Hit hit) {
    String proof =
        "'%s' at %d in %s: %s of '%s'%s"
            .formatted(
                Ink.clean(hit.surface()),
                hit.start(),
                hit.zone().name().toLowerCase(Locale.ROOT),
                String.join("+", hit.how()),
                hit.name(),
                hit.strength() == Hit.Strength.WEAK ? ", weak" : "");
    String idle = idle(match, hit);
    return idle.isEmpty() ? proof : proof + "; " + idle;
  }

  private static String idle(Match match, Hit hit) {
    if (!match.entry().filters().alertsIn(hit.zone())) {
      return "mentions there do not alert by themselves";
    }
    if (match.alerts()) {
      return "";
    }
    return hit.strength() == Hit.Strength.WEAK
        ? "neither a strong name nor context in the text"
        : "the score is under min-score";
  }

  private void text(Article article, List<Match> matches, StringBuilder out) {
    List<Mark> title = marks(matches, Hit.Field.TITLE);
    if (!title.isEmpty()) {
      Excerpt headline = new Excerpt(article.title(), title);
      out.append(INDENT)
          .append(ink.dim("| "))
          .append(headline.stretch(0, article.title().length()))
          .append('\n');
    }
    Excerpt body = new Excerpt(article.body(), marks(matches, Hit.Field.BODY));
    int skipped = 0;
    for (int[] paragraph : body.paragraphs()) {
      boolean shown = whole || body.isMarkedIn(paragraph[0], paragraph[1]);
      if (shown) {
        gap(skipped, out);
        paragraph(article, body, paragraph, out);
      }
      skipped = shown ? 0 : skipped + 1;
    }
    gap(skipped, out);
  }

  private void gap(int skipped, StringBuilder out) {
    if (skipped > 0) {
      String lines = skipped == 1 ? "1 line" : skipped + " lines";
      out.append(INDENT).append(ink.dim("| … " + lines + " without a mention")).append('\n');
    }
  }

  private void paragraph(Article article, Excerpt body, int[] paragraph, StringBuilder out) {
    Zone zone = article.zoneAt(paragraph[0]);
    String label = zone == Zone.BODY ? "" : "[" + zone.name().toLowerCase(Locale.ROOT) + "] ";
    out.append(INDENT)
        .append(ink.dim("| " + label))
        .append(body.stretch(paragraph[0], paragraph[1]).strip())
        .append('\n');
  }

  /** What counts for any entry stands out as such, also where it is idle for others. */
  private List<Mark> marks(List<Match> matches, Hit.Field field) {
    List<Mark> marks = new ArrayList<>();
    for (boolean counts : new boolean[] {true, false}) {
      for (Match match : matches) {
        for (Hit hit : match.hits()) {
          boolean idle = !match.alerts() || !match.entry().filters().alertsIn(hit.zone());
          if (hit.field() == field && idle != counts && isFree(marks, hit)) {
            marks.add(new Mark(hit.start(), hit.end(), counts ? ink::mark : ink::idle));
          }
        }
      }
    }
    return marks;
  }

  private static boolean isFree(List<Mark> marks, Hit hit) {
    return marks.stream().noneMatch(mark -> mark.start() < hit.end() && hit.start() < mark.end());
  }
}
