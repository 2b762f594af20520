package dev.vedette.backtest;

import static java.util.stream.Collectors.joining;

import dev.vedette.backtest.BacktestReport.EntryNoise;
import dev.vedette.backtest.BacktestReport.EntryRef;
import dev.vedette.backtest.BacktestReport.Overlap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of a backtest's page: what each entry finds, and what of it is too much. */
final class NoiseTables {

  /** Rows of a table, which has one for each entry of a long list otherwise. */
  private static final int MOST_ROWS = 500;

  /** A longer table is folded up, unless it is what the page is about. */
  private static final int MOST_OPEN = 20;

  private final BacktestReport report;
  private final Map<String, EntryNoise> byId = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  NoiseTables(BacktestReport report) {
    this.report = report;
    report.noise().forEach(entry -> byId.put(entry.entry(), entry));
  }

  /** The tables that have rows. */
  String html() {
    noise();
    neverFired();
    overlaps();
    return out.toString();
  }

  private void noise() {
    table(
        "What each entry finds",
        !report.compares(),
        head("Entry")
            + head("Commonest words")
            + number("Alerts")
            + number("Copies")
            + number("Mentions")
            + number("In boilerplate")
            + number("Silenced"),
        report.noise(),
        entry ->
            entry(entry.watchlist(), entry.entry(), entry.title())
                + cell(forms(entry))
                + number(entry.stories())
                + number(entry.articles() - entry.stories())
                + number(entry.hits())
                + percent(entry.boilerplate())
                + percent(entry.silenced()));
  }

  private static String forms(EntryNoise entry) {
    return entry.forms().stream()
        .map(form -> "<bdi>" + Html.text(form.surface()) + "</bdi>&nbsp;" + form.count())
        .collect(joining(", "));
  }

  private void neverFired() {
    table(
        "Entries without an alert",
        false,
        head("Entry"),
        report.neverFired(),
        (EntryRef entry) -> entry(entry.watchlist(), entry.entry(), entry.title()));
  }

  private void overlaps() {
    table(
        "Entries that alert on the same words",
        false,
        head("Entry")
            + number("Alerting articles")
            + head("Other entry")
            + number("Alerting articles")
            + number("On the same words"),
        report.overlaps(),
        (Overlap pair) ->
            entry(pair.entry())
                + number(pair.ofEntry())
                + entry(pair.other())
                + number(pair.ofOther())
                + number(pair.articles()));
  }

  private String entry(String id) {
    EntryNoise known = byId.get(id);
    return known == null
        ? cell(Html.text(id))
        : entry(known.watchlist(), known.entry(), known.title());
  }

  private static String entry(String watchlist, String id, String title) {
    return cell(
        "<bdi>%s</bdi><br><span class=\"id\">%s</span>"
            .formatted(Html.text(title), Html.text(watchlist + "/" + id)));
  }

  private <T> void table(
      String title, boolean open, String heads, List<T> rows, Function<T, String> cells) {
    if (rows.isEmpty()) {
      return;
    }
    out.append(
            "<details%s>\n<summary>%s (%d)</summary>\n"
                .formatted(open || rows.size() <= MOST_OPEN ? " open" : "", title, rows.size()))
        .append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + title + "\">")
        .append("<table>\n<thead><tr>" + heads + "</tr></thead>\n<tbody>\n");
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
    return "<th scope=\"col\">" + text + "</th>";
  }

  private static String number(String head) {
    return "<th scope=\"col\" class=\"number\">" + head + "</th>";
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
}
