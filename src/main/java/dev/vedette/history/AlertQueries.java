package dev.vedette.history;

import static dev.vedette.history.AlertDocuments.lower;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What is asked for, in the index's own terms. */
final class AlertQueries {

  private AlertQueries() {}

  static Query of(AlertFilter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(sort(AlertDocuments.ALERT), Occur.FILTER);
    any(all, AlertDocuments.WATCHLIST, filter.watchlists());
    any(all, AlertDocuments.ENTRY, filter.entries());
    any(all, AlertDocuments.SOURCE, filter.sources());
    any(all, AlertDocuments.SEVERITY, filter.severities().stream().map(Enum::name).toList());
    any(all, AlertDocuments.STATE, filter.states().stream().map(Enum::name).toList());
    any(all, AlertDocuments.FEEDBACK, filter.feedback().stream().map(Enum::name).toList());
    any(all, AlertDocuments.LANGUAGE, filter.languages());
    if (filter.unmarked()) {
      all.add(term(AlertDocuments.FEEDBACK, AlertDocuments.NONE), Occur.FILTER);
    }
    if (filter.silenced() != null) {
      all.add(term(AlertDocuments.SILENCED, filter.silenced().toString()), Occur.FILTER);
    }
    if (filter.from() != null || filter.to() != null) {
      long from = filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochMilli();
      long to = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochMilli() - 1;
      all.add(LongPoint.newRangeQuery(AlertDocuments.AT, from, to), Occur.FILTER);
    }
    if (!filter.text().isBlank()) {
      all.add(Terms.query(AlertDocuments.TEXT, filter.text()), Occur.FILTER);
    }
    return all.build();
  }

  /** Whatever stands at these positions or behind them, in partitions that end behind them. */
  static Query since(Positions positions, List<Place> ends) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Place end : ends) {
      String field = AlertDocuments.offsets(end.log(), end.partition());
      long from = positions.next(end.log(), end.partition());
      any.add(LongPoint.newRangeQuery(field, from, Long.MAX_VALUE), Occur.SHOULD);
    }
    return any.build();
  }

  static Query sort(String sort) {
    return term(AlertDocuments.SORT, sort);
  }

  static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** Ids are as they are; names of enums and tags of languages are in lower case there. */
  private static void any(BooleanQuery.Builder all, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      boolean ids =
          field.equals(AlertDocuments.WATCHLIST)
              || field.equals(AlertDocuments.ENTRY)
              || field.equals(AlertDocuments.SOURCE);
      all.add(
          new TermInSetQuery(
              field,
              values.stream().map(value -> new BytesRef(ids ? value : lower(value))).toList()),
          Occur.FILTER);
    }
  }
}
