package dev.vedette.cli;

import static java.util.stream.Collectors.joining;

import dev.vedette.backtest.BacktestReport;
import dev.vedette.backtest.BacktestReport.ChangedAlert;
import dev.vedette.backtest.BacktestReport.EntryChange;
import dev.vedette.backtest.BacktestReport.EntryNoise;
import dev.vedette.backtest.BacktestReport.Overlap;
import dev.vedette.sink.AlertText;
import dev.vedette.sink.Ink;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** A backtest as a person reads it on a terminal: what changes, alert by alert, and the noise. */
final class BacktestText {

  /** Alerts of one entry that are shown; the page and the JSON have more. */
  private static final int MOST_ALERTS = 20;

  /** Lines of the table and of the lists under it. */
  private static final int MOST_LINES = 20;

  private final Ink ink;
  private final ZoneId zone;
  private final AlertText alerts;

  /**
   * @param colour whether the terminal shows colours
   * @param zone of the times shown
   */
  BacktestText(boolean colour, ZoneId zone) {
    this.ink = new Ink(colour);
    this.zone = zone;
    this.alerts = new AlertText(colour, zone);
  }

  /** The report; ends in a line feed. */
  String of(BacktestReport report) {
    StringBuilder out = new StringBuilder();
    out.append(
            report.compares()
                ? counts(report.gained(), report.lost(), report.same())
                : "=" + report.same())
        .append(" alerts, articles: ")
        .append(report.articles())
        .append(span(report))
        .append("\n");
    report.changes().forEach(change -> change(change, out));
    noise(report, out);
    return out.toString();
  }

  private String counts(long gained, long lost, long same) {
    return ink.good("+" + gained) + " " + ink.bad("−" + lost) + " =" + same;
  }

  private String span(BacktestReport report) {
    return report.first() == null || report.last() == null
        ? ""
        : ", fetched "
            + LocalDate.ofInstant(report.first(), zone)
            + " to "
            + LocalDate.ofInstant(report.last(), zone);
  }

  private void change(EntryChange change, StringBuilder out) {
    out.append('\n')
        .append(ink.bold(change.watchlist() + "/" + change.entry()))
        .append(": ")
        .append(counts(change.gained(), change.lost(), change.same()))
        .append(ink.dim(" (" + change.state().name().toLowerCase(Locale.ROOT) + ")"))
        .append('\n');
    change.alerts().stream().limit(MOST_ALERTS).forEach(alert -> alert(alert, out));
    long more = change.gained() + change.lost() - Math.min(MOST_ALERTS, change.alerts().size());
    if (more > 0) {
      out.append("  and ").append(more).append(" more\n");
    }
  }

  private void alert(ChangedAlert alert, StringBuilder out) {
    String sign = alert.gained() ? ink.good("+") : ink.bad("−");
    alerts.of(alert.alert()).lines().forEach(line -> out.append(sign + " " + line + "\n"));
    if (alert.copies() > 0) {
      out.append(sign + "          " + ink.dim("copies: " + alert.copies()) + "\n");
    }
  }

  private void noise(BacktestReport report, StringBuilder out) {
    if (!report.noise().isEmpty()) {
      out.append('\n')
          .append(ink.dim("ALERTS COPIES   HITS BOILERPLATE SILENCED  ENTRY: COMMONEST FORMS"))
          .append('\n');
      report.noise().stream().limit(MOST_LINES).forEach(entry -> out.append(row(entry)));
      more(report.noise().size(), out);
    }
    if (report.articles() > 0 && !report.neverFired().isEmpty()) {
      out.append("\nno alert by: ")
          .append(
              report.neverFired().stream()
                  .limit(MOST_LINES)
                  .map(entry -> entry.watchlist() + "/" + entry.entry())
                  .collect(joining(", ")))
          .append('\n');
      more(report.neverFired().size(), out);
    }
    if (!report.overlaps().isEmpty()) {
      out.append('\n');
      report.overlaps().stream().limit(MOST_LINES).forEach(pair -> out.append(overlap(pair)));
      more(report.overlaps().size(), out);
    }
  }

  private String row(EntryNoise entry) {
    return String.format(
            Locale.ROOT,
            "%6d %6d %6d %10.0f%% %7.0f%%  ",
            entry.stories(),
            entry.articles() - entry.stories(),
            entry.hits(),
            100 * entry.boilerplate(),
            100 * entry.silenced())
        + entry.watchlist()
        + "/"
        + entry.entry()
        + ": "
        + entry.forms().stream()
            .map(form -> Ink.clean(form.surface()) + " " + form.count())
            .collect(joining(", "))
        + "\n";
  }

  private static String overlap(Overlap pair) {
    return "on the same words: %d of the %d articles of %s and of the %d of %s%n"
        .formatted(pair.articles(), pair.ofEntry(), pair.entry(), pair.ofOther(), pair.other());
  }

  private static void more(int size, StringBuilder out) {
    if (size > MOST_LINES) {
      out.append("  and ").append(size - MOST_LINES).append(" more\n");
    }
  }
}
