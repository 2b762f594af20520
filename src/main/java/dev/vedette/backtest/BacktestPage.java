package dev.vedette.backtest;

import static java.util.stream.Collectors.joining;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Marks;
import dev.vedette.backtest.BacktestReport.ChangedAlert;
import dev.vedette.backtest.BacktestReport.EntryChange;
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

/**
 * A backtest as one HTML file to send to a colleague: it loads nothing and runs nothing, and what
 * stands in articles is text in it and nothing else.
 */
public final class BacktestPage {

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
    out.append(new NoiseTables(report).html()).append("</main>\n</body>\n</html>\n");
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
      String alerts = report.same() == 1 ? "1 alert" : report.same() + " alerts";
      out.append("<p class=\"sum\">" + alerts + "</p>\n");
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
    return "<code>" + Html.text(digest.substring(0, Math.min(12, digest.length()))) + "</code>";
  }

  private static String counts(long gained, long lost, long same) {
    return "<b class=\"gained\">+%d</b> <b class=\"lost\">−%d</b> <b>=%d</b>"
        .formatted(gained, lost, same);
  }

  private void change(EntryChange change) {
    out.append("<section>\n<h2>" + Html.text(change.title()))
        .append(" <span class=\"counts\">")
        .append(counts(change.gained(), change.lost(), change.same()))
        .append("</span></h2>\n<p class=\"facts\">")
        .append(Html.text(change.watchlist() + "/" + change.entry()) + ", entry ")
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
    String title = article.title().isEmpty() ? "(no headline)" : Html.text(article.title());
    String sign = changed.gained() ? "gained" : "lost";
    out.append("<article class=\"" + sign + "\">\n<h3 dir=\"auto\">")
        .append(
            "<span class=\"sign\" title=\"%s\">%s</span> "
                .formatted(sign, changed.gained() ? "+" : "−"))
        .append(link(article.url(), title) + "</h3>\n<p class=\"facts\">")
        .append("<span class=\"severity %1$s\">%1$s</span> ".formatted(lower(alert.severity())))
        .append(Html.text(article.source()))
        .append(article.language().isEmpty() ? "" : ", " + Html.text(article.language()))
        .append(", " + time.format(article.fetchedAt()))
        .append(changed.copies() == 0 ? "" : ", copies: " + changed.copies())
        .append(
            alert.silenced() == null ? "" : ", silenced: " + Html.text(alert.silenced().reason()))
        .append("</p>\n<p class=\"snippet\" dir=\"auto\">")
        .append(Marks.in(alert, Html::text, words -> "<mark>" + Html.text(words) + "</mark>"))
        .append("</p>\n<p class=\"facts\">" + why(alert) + "</p>\n</article>\n");
  }

  /** Only addresses of the web are links, so that nothing can be done by a click. */
  private static String link(String url, String text) {
    return url.matches("(?i)https?://.*")
        ? "<a href=\"" + Html.text(url) + "\" rel=\"noreferrer noopener\">" + text + "</a>"
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
            Html.text(hit.surface()),
            hit.start(),
            lower(hit.zone()),
            Html.text(String.join("+", hit.how())),
            Html.text(hit.name()),
            hit.strength() == Hit.Strength.WEAK ? ", weak" : "");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
