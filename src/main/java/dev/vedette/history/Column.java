package dev.vedette.history;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Sums documents up by the value of a field, from columns, so that none of them is read.
 *
 * @param <T> the sum for one value, which grows
 */
final class Column<T> extends SimpleCollector {

  /** Adds one document to a sum. */
  interface Adding<T> {
    void add(T sum, long at, String mark);
  }

  private final String field;
  private final Supplier<T> none;
  private final Adding<T> adding;
  private final Map<String, T> sums = new HashMap<>();
  private SortedDocValues values = DocValues.emptySorted();
  private SortedDocValues marks = DocValues.emptySorted();
  private NumericDocValues times = DocValues.emptyNumeric();
  private List<T> leafSums = List.of();
  private List<String> leafMarks = List.of();

  /** Sums that are empty yet; {@code field} has one value in each document. */
  Column(String field, Supplier<T> none, Adding<T> adding) {
    this.field = field;
    this.none = none;
    this.adding = adding;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    values = DocValues.getSorted(leaf.reader(), field);
    marks = DocValues.getSorted(leaf.reader(), AlertDocuments.FEEDBACK);
    times = DocValues.getNumeric(leaf.reader(), AlertDocuments.AT);
    leafSums = new ArrayList<>();
    for (String name : names(values)) {
      leafSums.add(sums.computeIfAbsent(name, any -> none.get()));
    }
    leafMarks = names(marks);
  }

  private static List<String> names(SortedDocValues column) throws IOException {
    List<String> names = new ArrayList<>();
    for (int ord = 0; ord < column.getValueCount(); ord++) {
      names.add(column.lookupOrd(ord).utf8ToString());
    }
    return names;
  }

  @Override
  public void collect(int document) throws IOException {
    if (values.advanceExact(document) && times.advanceExact(document)) {
      String mark = marks.advanceExact(document) ? leafMarks.get(marks.ordValue()) : "";
      adding.add(leafSums.get(values.ordValue()), times.longValue(), mark);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** Sums the whole index up by itself: a search without threads has one collector. */
  CollectorManager<Column<T>, Map<String, T>> alone() {
    return new CollectorManager<>() {
      @Override
      public Column<T> newCollector() {
        return Column.this;
      }

      @Override
      public Map<String, T> reduce(Collection<Column<T>> columns) {
        return sums;
      }
    };
  }

  /** Counts in stretches of time; see {@link AlertHistory#counts}. */
  static Column<int[]> stretches(String field, Instant from, long millis, int stretches) {
    return new Column<>(
        field,
        () -> new int[stretches],
        (sum, at, mark) -> {
          long stretch = Math.floorDiv(at - from.toEpochMilli(), millis);
          if (stretch >= 0 && stretch < stretches) {
            sum[(int) stretch]++;
          }
        });
  }

  /** The counts that are not all zero. */
  static Map<String, int[]> counted(Map<String, int[]> sums) {
    Map<String, int[]> counted = new TreeMap<>(sums);
    counted.values().removeIf(sum -> Arrays.stream(sum).sum() == 0);
    return counted;
  }
}
