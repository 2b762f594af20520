package dev.vedette.sink;

import static java.util.stream.Collectors.joining;

import dev.vedette.alert.Alert;
import dev.vedette.watchlist.Hit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** An alert as a person reads it on a terminal: some lines, with the mention standing out. */
public final class AlertText {

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String MARK = "\u001b[1;30;43m";
  private static final String INDENT = "         ";

  private final boolean colour;
  private final DateTimeFormatter time;

  /**
   * @param colour whether the terminal shows colours; without, a mention stands between « and »
   * @param zone of the times shown
   */
  public AlertText(boolean colour, ZoneId zone) {
    this.colour = colour;
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /** The alert, ending in a line feed. */
  public String of(Alert alert) {
    return alert.type() == Alert.Type.UPDATED ? copy(alert) : whole(alert);
  }

  /** A copy of what was told: who carries it now, in two lines. */
  private String copy(Alert alert) {
    return severity(alert)
        + styled(DIM, "again: ")
        + clean(alert.title())
        + styled(DIM, "  " + alert.watchlist() + "/" + alert.entry() + "  " + at(alert.raisedAt()))
        + "\n"
        + INDENT
        + clean(headline(alert))
        + styled(DIM, " (copies of the story so far: " + alert.story().totalCopies() + ")")
        + "\n";
  }

  private String whole(Alert alert) {
    StringBuilder out = new StringBuilder();
    out.append(severity(alert))
        .append(styled(BOLD, clean(alert.title())))
        .append("  ")
        .append(styled(DIM, alert.watchlist() + "/" + alert.entry() + "  " + at(alert.raisedAt())))
        .append('\n');
    out.append(INDENT).append(clean(headline(alert))).append('\n');
    out.append(INDENT).append(snippet(alert)).append('\n');
    out.append(INDENT).append(styled(DIM, why(alert))).append('\n');
    if (!alert.article().url().isEmpty()) {
      out.append(INDENT).append(styled(DIM, clean(alert.article().url()))).append('\n');
    }
    return out.toString();
  }

  private String severity(Alert alert) {
    String word = alert.severity().name();
    String code =
        switch (alert.severity()) {
          case LOW -> DIM;
          case MEDIUM -> "\u001b[36m";
          case HIGH -> "\u001b[1;33m";
          case CRITICAL -> "\u001b[1;31m";
        };
    return styled(code, String.format(Locale.ROOT, "%-9s", word));
  }

  private static String headline(Alert alert) {
    Alert.ArticleRef article = alert.article();
    String title = article.title().isEmpty() ? "(no headline)" : article.title();
    String language = article.language().isEmpty() ? "" : ", " + article.language();
    return title + " — " + article.source() + language;
  }

  /** The snippet with the mentions in it marked; the longest first, as one may hold another. */
  private String snippet(Alert alert) {
    String surfaces =
        alert.hits().stream()
            .map(hit -> clean(hit.surface()).replaceAll("[\\s\\p{Z}]+", " "))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(joining("|"));
    String snippet = clean(alert.snippet());
    if (surfaces.isEmpty()) {
      return snippet;
    }
    return Pattern.compile(surfaces)
        .matcher(snippet)
        .replaceAll(colour ? MARK + "$0" + RESET : "«$0»");
  }

  private static String why(Alert alert) {
    String proof = alert.hits().stream().limit(3).map(AlertText::proof).collect(joining("; "));
    int more = alert.totalHits() - Math.min(3, alert.hits().size());
    return "why: "
        + proof
        + (more > 0 ? "; and " + more + " more" : "")
        + String.format(Locale.ROOT, " (score %.2f)", alert.score())
        + (alert.silenced() == null ? "" : " [silenced: " + clean(alert.silenced().reason()) + "]");
  }

  private static String proof(Hit hit) {
    return "'%s' at %d in %s, %s%s"
        .formatted(
            clean(hit.surface()),
            hit.start(),
            hit.zone().name().toLowerCase(Locale.ROOT),
            String.join("+", hit.how()),
            hit.strength() == Hit.Strength.WEAK ? ", weak" : "");
  }

  private String at(Instant instant) {
    return time.format(instant);
  }

  private String styled(String code, String text) {
    return colour ? code + text + RESET : text;
  }

  /** Without control characters: what a page says must not steer the terminal that shows it. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cc}+", " ").replaceAll("[\\p{Cf}&&[^\u200c\u200d]]", "");
  }
}
