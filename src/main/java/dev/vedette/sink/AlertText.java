package dev.vedette.sink;

import static java.util.stream.Collectors.joining;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Marks;
import dev.vedette.watchlist.Hit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An alert as a person reads it on a terminal: some lines, with the mention standing out. */
public final class AlertText {

  private static final String INDENT = "         ";

  private final Ink ink;
  private final DateTimeFormatter time;

  /**
   * @param colour whether the terminal shows colours; without, a mention stands between « and »
   * @param zone of the times shown
   */
  public AlertText(boolean colour, ZoneId zone) {
    this.ink = new Ink(colour);
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /** The alert, ending in a line feed. */
  public String of(Alert alert) {
    return switch (alert.type()) {
      case RAISED -> whole(alert);
      case UPDATED -> brief(alert, "again", "copies of the story so far: " + copies(alert));
      case CORRECTED ->
          brief(
              alert,
              "corrected",
              Boolean.TRUE.equals(alert.hitsChanged())
                  ? "its mentions have changed"
                  : "its mentions are the same");
      case WITHDRAWN -> brief(alert, "withdrawn", "was edited, and is no match any more");
      case SUMMARY -> brief(alert, "more", summary(alert.summary()));
    };
  }

  private static int copies(Alert alert) {
    return alert.story().totalCopies();
  }

  private String summary(Alert.@Nullable Summary summary) {
    return summary == null
        ? "the last of some"
        : "the last of %d since %s; alerts --suppressed has them"
            .formatted(summary.count(), at(summary.from()));
  }

  /** What has become of something that was told, in two lines. */
  private String brief(Alert alert, String what, String remark) {
    return severity(alert)
        + ink.dim(what + ": ")
        + Ink.clean(alert.title())
        + ink.dim("  " + alert.watchlist() + "/" + alert.entry() + "  " + at(alert.raisedAt()))
        + "\n"
        + INDENT
        + Ink.clean(headline(alert))
        + ink.dim(" (" + remark + ")")
        + "\n";
  }

  private String whole(Alert alert) {
    StringBuilder out = new StringBuilder();
    out.append(severity(alert))
        .append(ink.bold(Ink.clean(alert.title())))
        .append("  ")
        .append(ink.dim(alert.watchlist() + "/" + alert.entry() + "  " + at(alert.raisedAt())))
        .append('\n');
    out.append(INDENT).append(Ink.clean(headline(alert))).append('\n');
    out.append(INDENT)
        .append(Marks.in(alert, Ink::clean, words -> ink.mark(Ink.clean(words))))
        .append('\n');
    out.append(INDENT).append(ink.dim(why(alert))).append('\n');
    if (!alert.article().url().isEmpty()) {
      out.append(INDENT).append(ink.dim(Ink.clean(alert.article().url()))).append('\n');
    }
    return out.toString();
  }

  private String severity(Alert alert) {
    String word = alert.severity().name();
    String code =
        switch (alert.severity()) {
          case LOW -> "\u001b[2m";
          case MEDIUM -> "\u001b[36m";
          case HIGH -> "\u001b[1;33m";
          case CRITICAL -> "\u001b[1;31m";
        };
    return ink.styled(code, String.format(Locale.ROOT, "%-9s", word));
  }

  private static String headline(Alert alert) {
    Alert.ArticleRef article = alert.article();
    String title = article.title().isEmpty() ? "(no headline)" : article.title();
    String language = article.language().isEmpty() ? "" : ", " + article.language();
    return title + " — " + article.source() + language;
  }

  private static String why(Alert alert) {
    String proof = alert.hits().stream().limit(3).map(AlertText::proof).collect(joining("; "));
    int more = alert.totalHits() - Math.min(3, alert.hits().size());
    return "why: "
        + proof
        + (more > 0 ? "; and " + more + " more" : "")
        + String.format(Locale.ROOT, " (score %.2f)", alert.score())
        + silence(alert.silenced());
  }

  private static String silence(Alert.@Nullable Silenced silenced) {
    return silenced == null
        ? ""
        : " [" + SilenceText.of(silenced.until(), silenced.reason(), silenced.by()) + "]";
  }

  private static String proof(Hit hit) {
    return "'%s' at %d in %s, %s%s"
        .formatted(
            Ink.clean(hit.surface()),
            hit.start(),
            hit.zone().name().toLowerCase(Locale.ROOT),
            String.join("+", hit.how()),
            hit.strength() == Hit.Strength.WEAK ? ", weak" : "");
  }

  private String at(Instant instant) {
    return time.format(instant);
  }
}
