package dev.vedette.backtest;

import static java.util.stream.Collectors.joining;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Marks;
import dev.vedette.backtest.BacktestReport.ChangedAlert;
import dev.vedette.backtest.BacktestReport.EntryChange;
import dev.vedette.backtest.BacktestReport.EntryNoise;
import dev.vedette.backtest.BacktestReport.EntryRef;
import dev.vedette.backtest.BacktestReport.Overlap;
import dev.vedette.watchlist.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A backtest as one HTML file to send to a colleague: it loads nothing and runs nothing, and what
 * stands in articles is text in it and nothing else.
 */
public final class BacktestPage {

  /** Rows of the table of entries, which has a line for each of a long list otherwise. */
  private static final int MOST_ROWS = 500;

  private static final int MOST_HITS = 3;

  private final BacktestReport report;
  private final DateTimeFormatter time;
  private final StringBuilder out = new StringBuilder();

  private BacktestPage(BacktestReport report, ZoneId zone) {
    this.report = report;
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /**
   * The page.
   *
   * @param zone of the times shown
   */
  public static String of(BacktestReport report, ZoneId zone) {
    BacktestPage page = new BacktestPage(report, zone);
    page.write();
    return page.out.toString();
  }

  private void write() {
    String title = report.compares() ? "Backtest of a watchlist" : "Noise of the watchlists";
    out.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="referrer" content="no-referrer">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        """
            .formatted(title, style(), title));
    summary();
    report.changes().forEach(this::change);
    noise();
    neverFired();
    overlaps();
    out.append("</main>\n</body>\n</html>\n");
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(BacktestPage.class.getResourceAsStream("page.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void summary() {
    if (report.compares()) {
      out.append("<p class=\"sum\">" + counts(report.gained(), report.lost(), report.same()))
          .append(" alerts</p>\n");
    } else {
      out.append("<p class=\"sum\">%d alerts</p>\n".formatted(report.same()));
    }
    out.append("<p class=\"facts\">" + span());
    if (report.compares()) {
      out.append("<br>In force: " + version(report.currentVersion()))
          .append(", candidate: " + version(report.candidateVersion()));
    } else {
      out.append("<br>Watchlists: " + version(report.currentVersion()));
    }
    out.append("</p>\n");
    if (report.compares() && report.changes().isEmpty()) {
      out.append("<p>The candidate tells the same alerts.</p>\n");
    }
  }

  private String span() {
    Instant first = report.first();
    Instant last = report.last();
    String articles = report.articles() == 1 ? "1 article" : report.articles() + " articles";
    return first == null || last == null
        ? articles
        : articles + ", fetched from " + time.format(first) + " to " + time.format(last);
  }

  private static String version(String version) {
    String digest = version.substring(version.indexOf(':') + 1);
    return "<code>" + escape(digest.substring(0, Math.min(12, digest.length()))) + "</code>";
  }

  private static String counts(long gained, long lost, long same) {
    return "<b class=\"gained\">+%d</b> <b class=\"lost\">−%d</b> <b>=%d</b>"
        .formatted(gained, lost, same);
  }

  private void change(EntryChange change) {
    out.append("<section>\n<h2>" + escape(change.title()))
        .append(" <span class=\"counts\">")
        .append(counts(change.gained(), change.lost(), change.same()))
        .append("</span></h2>\n<p class=\"facts\">")
        .append(escape(change.watchlist() + "/" + change.entry()) + ", entry ")
        .append(change.state().name().toLowerCase(Locale.ROOT) + "</p>\n");
    change.alerts().forEach(this::alert);
    long more = change.gained() + change.lost() - change.alerts().size();
    if (more > 0) {
      out.append("<p class=\"facts\">and " + more + " more</p>\n");
    }
    out.append("</section>\n");
  }

  private void alert(ChangedAlert changed) {
    Alert alert = changed.alert();
    Alert.ArticleRef article = alert.article();
    String title = article.title().isEmpty() ? "(no headline)" : escape(article.title());
    String sign = changed.gained() ? "gained" : "lost";
    out.append("<article class=\"" + sign + "\">\n<h3 dir=\"auto\">")
        .append(
            "<span class=\"sign\" title=\"%s\">%s</span> "
                .formatted(sign, changed.gained() ? "+" : "−"))
        .append(link(article.url(), title) + "</h3>\n<p class=\"facts\">")
        .append("<span class=\"severity %1$s\">%1$s</span> ".formatted(lower(alert.severity())))
        .append(escape(article.source()))
        .append(article.language().isEmpty() ? "" : ", " + escape(article.language()))
        .append(", " + time.format(article.fetchedAt()))
        .append(changed.copies() == 0 ? "" : ", copies: " + changed.copies())
        .append(alert.silenced() == null ? "" : ", silenced: " + escape(alert.silenced().reason()))
        .append("</p>\n<p class=\"snippet\" dir=\"auto\">")
        .append(
            Marks.in(alert, BacktestPage::escape, words -> "<mark>" + escape(words) + "</mark>"))
        .append("</p>\n<p class=\"facts\">" + why(alert) + "</p>\n</article>\n");
  }

  /** Only addresses of the web are links, so that nothing can be done by a click. */
  private static String link(String url, String text) {
    return url.matches("(?i)https?://.*")
        ? "<a href=\"" + escape(url) + "\" rel=\"noreferrer noopener\">" + text + "</a>"
        : text;
  }

  private static String why(Alert alert) {
    List<Hit> shown = alert.hits().stream().limit(MOST_HITS).toList();
    int more = alert.totalHits() - shown.size();
    return shown.stream().map(BacktestPage::proof).collect(joining("; "))
        + (more > 0 ? "; and " + more + " more" : "")
        + String.format(Locale.ROOT, " (score %.2f)", alert.score());
  }

  private static String proof(Hit hit) {
    return "‘<bdi>%s</bdi>’ at %d in %s: %s of ‘<bdi>%s</bdi>’%s"
        .formatted(
            escape(hit.surface()),
            hit.start(),
            lower(hit.zone()),
            escape(String.join("+", hit.how())),
            escape(hit.name()),
            hit.strength() == Hit.Strength.WEAK ? ", weak" : "");
  }

  private void noise() {
    table(
        "What each entry finds",
        head("Entry")
            + number("Alerts")
            + number("Copies")
            + number("Mentions")
            + number("In boilerplate")
            + number("Silenced")
            + head("Commonest words"),
        report.noise(),
        entry ->
            cell(escape(entry.watchlist() + "/" + entry.entry()))
                + number(entry.stories())
                + number(entry.articles() - entry.stories())
                + number(entry.hits())
                + percent(entry.boilerplate())
                + percent(entry.silenced())
                + cell(forms(entry)));
  }

  private static String forms(EntryNoise entry) {
    return entry.forms().stream()
        .map(form -> "<bdi>" + escape(form.surface()) + "</bdi>&nbsp;" + form.count())
        .collect(joining(", "));
  }

  private void neverFired() {
    table(
        "Entries without an alert",
        head("Entry") + head("Title"),
        report.neverFired(),
        (EntryRef entry) ->
            cell(escape(entry.watchlist() + "/" + entry.entry())) + cell(escape(entry.title())));
  }

  private void overlaps() {
    table(
        "Entries that alert on the same words",
        head("Entry")
            + number("Alerting articles")
            + head("Other entry")
            + number("Alerting articles")
            + number("On the same words"),
        report.overlaps(),
        (Overlap pair) ->
            cell(escape(pair.entry()))
                + number(pair.ofEntry())
                + cell(escape(pair.other()))
                + number(pair.ofOther())
                + number(pair.articles()));
  }

  /** Folded up where it is long, since it is looked up rather than read. */
  private <T> void table(String title, String heads, List<T> rows, Function<T, String> cells) {
    if (rows.isEmpty()) {
      return;
    }
    out.append(
            "<details%s>\n<summary>%s (%d)</summary>\n"
                .formatted(rows.size() > 20 ? "" : " open", title, rows.size()))
        .append("<div class=\"wide\"><table>\n<thead><tr>" + heads + "</tr></thead>\n<tbody>\n");
    rows.stream()
        .limit(MOST_ROWS)
        .forEach(row -> out.append("<tr>" + cells.apply(row) + "</tr>\n"));
    out.append("</tbody>\n</table></div>\n");
    if (rows.size() > MOST_ROWS) {
      out.append("<p class=\"facts\">and " + (rows.size() - MOST_ROWS) + " more</p>\n");
    }
    out.append("</details>\n");
  }

  private static String head(String text) {
    return "<th>" + text + "</th>";
  }

  private static String number(String head) {
    return "<th class=\"number\">" + head + "</th>";
  }

  private static String cell(String html) {
    return "<td>" + html + "</td>";
  }

  private static String number(long number) {
    return "<td class=\"number\">" + number + "</td>";
  }

  private static String percent(double share) {
    return "<td class=\"number\">%d&nbsp;%%</td>".formatted(Math.round(100 * share));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Text that is nothing but text, wherever it stands, without what steers a line of text. */
  private static String escape(String text) {
    return text.replaceAll("\\p{Cc}+", " ")
        .replaceAll("[\\p{Cf}&&[^\u200c\u200d]]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
