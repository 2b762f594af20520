package dev.vedette.history;

import dev.vedette.alert.Feedback;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** What became of alerts, summed up by entry. */
final class Tallies {

  private static final String FALSE_ALARM = AlertDocuments.lower(Feedback.Kind.FALSE_ALARM.name());
  private static final String IMPORTANT = AlertDocuments.lower(Feedback.Kind.IMPORTANT.name());

  private int alerts;
  private int falseAlarms;
  private int important;
  private long last;

  /** Of the alerts that a query finds; entries without any are left out. */
  static Map<String, Tally> of(IndexSearcher searcher, Query query) throws IOException {
    Column<Tallies> column = new Column<>(AlertDocuments.ENTRY, Tallies::new, Tallies::add);
    Map<String, Tally> tallies = new TreeMap<>();
    searcher
        .search(query, column.alone())
        .forEach(
            (entry, sum) -> {
              if (sum.alerts > 0) {
                tallies.put(entry, sum.tally());
              }
            });
    return tallies;
  }

  private void add(long at, String mark) {
    alerts++;
    falseAlarms += mark.equals(FALSE_ALARM) ? 1 : 0;
    important += mark.equals(IMPORTANT) ? 1 : 0;
    last = Math.max(last, at);
  }

  private Tally tally() {
    return new Tally(alerts, falseAlarms, important, Instant.ofEpochMilli(last));
  }
}
