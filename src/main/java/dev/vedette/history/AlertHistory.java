package dev.vedette.history;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.history.AlertDocuments.Said;
import dev.vedette.history.Place.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Alerts, each with all its events and with what was said of it, and the silences of entries.
 *
 * <p>One thread writes; what it has written is seen by all after {@link #show}, and outlives a
 * crash after {@link #commit}. Records that were written before are passed over, so that reading
 * may begin again anywhere at or before {@link #positions}.
 */
public final class AlertHistory implements AutoCloseable {

  /** Changes with what the documents hold, so that older ones are built anew. */
  private static final String FORMAT = "alerts/3";

  private final Store store;
  private final AlertDocuments documents;
  private final Map<String, Filed> changed = new LinkedHashMap<>();
  private final Map<String, Optional<Said>> said = new HashMap<>();

  private AlertHistory(Store store, AlertDocuments documents) {
    this.store = store;
    this.documents = documents;
  }

  /**
   * The history in a directory; an empty one if there is none that can be used.
   *
   * @param cluster id of the cluster that the topics are of
   * @throws java.io.UncheckedIOException if the directory cannot be used
   */
  public static AlertHistory open(Path directory, JsonMapper mapper, String cluster) {
    return open(directory, mapper, cluster, FSDirectory::open);
  }

  /** The same, on a disk of another kind. */
  static AlertHistory open(Path directory, JsonMapper mapper, String cluster, Store.Disk disk) {
    return new AlertHistory(
        Store.open(directory, FORMAT, cluster, AlertDocuments.NEWEST_FIRST, disk),
        new AlertDocuments(mapper));
  }

  /** Up to where the topics are in it. */
  public Positions positions() {
    return store.positions();
  }

  /** Writes an event. */
  public void add(Alert event, Place place) {
    if (positions().include(place)) {
      return;
    }
    Filed before = current(event.id());
    write(before == null ? marked(Filed.first(event, place)) : before.with(event, place));
    store.positions(positions().after(place)); // last: what could not be written is read again
  }

  /**
   * Writes what was said.
   *
   * @param key of the record
   * @param feedback null if what was said before is taken back
   */
  public void say(String key, @Nullable Feedback feedback, Place place) {
    if (positions().include(place)) {
      return;
    }
    Term id = AlertDocuments.feedback(key);
    if (feedback == null) {
      store.remove(new TermQuery(id));
    } else {
      store.put(id, documents.of(feedback, place));
    }
    said.put(key, feedback == null ? Optional.empty() : Optional.of(new Said(feedback, place)));
    String alert = Feedback.alertOf(key);
    Filed about = alert == null ? null : current(alert);
    if (about != null) {
      write(about.with(feedback, place));
    }
    store.positions(positions().after(place));
  }

  /** Says that a partition was read up to an offset, whether or not there were records. */
  public void reached(Log log, int partition, long next) {
    if (next > positions().next(log, partition)) {
      store.positions(positions().at(log, partition, next));
    }
  }

  private void write(Filed now) {
    store.put(AlertDocuments.alert(now.alert().id()), documents.of(now));
    changed.put(now.alert().id(), now);
  }

  private @Nullable Filed current(String id) {
    Filed pending = changed.get(id);
    return pending != null ? pending : find(id).orElse(null);
  }

  /** With what was said of it before it was known here. */
  private Filed marked(Filed filed) {
    String key = Feedback.keyOfAlert(filed.alert().id());
    Optional<Said> pending = said.get(key);
    Optional<Said> known =
        pending != null
            ? pending
            : first(new TermQuery(AlertDocuments.feedback(key)), documents::said);
    return known.map(one -> filed.with(one.feedback(), one.place())).orElse(filed);
  }

  /** Shows what was written; gives the alerts that have changed since the last time. */
  public List<Filed> show() {
    store.show();
    List<Filed> shown = List.copyOf(changed.values());
    changed.clear();
    said.clear();
    return shown;
  }

  /** Makes what was written outlive a crash. */
  public void commit() {
    store.commit();
  }

  /**
   * Can be written to again, if a full disk has ended that; what was not committed is to be read
   * again, and all of it where the index was damaged.
   */
  public void reopen() {
    if (store.reopen()) {
      forgetPending();
    }
  }

  private void forgetPending() {
    changed.clear();
    said.clear();
  }

  /**
   * Forgets what its topic has forgotten.
   *
   * @param first the first record that the topic still has of a partition
   */
  public void forget(Place first) {
    store.remove(AlertDocuments.before(first));
  }

  /** Forgets everything, to be read from the beginning. */
  public void clear() {
    store.clear();
    forgetPending();
  }

  /**
   * Alerts, newest first.
   *
   * @param most at least 1
   * @param after what an earlier part gave as {@link Found#next}; null for the first part
   * @throws IllegalArgumentException if {@code after} is no such thing
   */
  public Found<Filed> search(AlertFilter filter, int most, @Nullable String after) {
    FieldDoc from = after == null ? null : Cursor.parse(after);
    Query query = AlertQueries.of(filter);
    return store.look(
        searcher -> {
          TopDocs top =
              searcher.search(
                  query,
                  new TopFieldCollectorManager(AlertDocuments.NEWEST_FIRST, most, from, most));
          List<Filed> items = read(searcher, top.scoreDocs, documents::filed);
          String next =
              items.size() < most ? null : Cursor.of((FieldDoc) top.scoreDocs[items.size() - 1]);
          return new Found<>(items, searcher.count(query), next);
        });
  }

  /** The alert of this id. */
  public Optional<Filed> find(String id) {
    return first(new TermQuery(AlertDocuments.alert(id)), documents::filed);
  }

  /** The alerts on an article, newest first, at most so many. */
  public List<Filed> about(String article, int most) {
    return all(AlertQueries.term(AlertDocuments.ARTICLE, article), most, documents::filed);
  }

  /**
   * The alerts that have changed since these positions; empty if there are more than so many, as
   * whoever asks should rather look anew.
   */
  public Optional<List<Filed>> since(Positions positions, int most) {
    List<Place> ahead =
        positions().ends().stream()
            .filter(end -> positions.next(end.log(), end.partition()) < end.offset())
            .toList();
    if (ahead.size() > IndexSearcher.getMaxClauseCount()) {
      return Optional.empty();
    }
    Query query = AlertQueries.since(positions, ahead);
    List<Filed> found = all(query, most + 1, documents::filed);
    return found.size() > most ? Optional.empty() : Optional.of(found);
  }

  /** The silences that were asked for, also those that are over. */
  public List<Feedback> silences() {
    List<Feedback> silences = new ArrayList<>();
    all(AlertQueries.sort(AlertDocuments.SILENCE), 10_000, documents::said)
        .forEach(one -> silences.add(one.feedback()));
    return silences;
  }

  /**
   * How many alerts each entry had in each stretch of time; entries without any are left out.
   *
   * @param from the beginning of the first stretch
   * @param millis the length of each
   * @param stretches how many
   */
  public Map<String, int[]> counts(AlertFilter filter, Instant from, long millis, int stretches) {
    Column<int[]> column = Column.stretches(AlertDocuments.ENTRY, from, millis, stretches);
    return Column.counted(
        store.look(searcher -> searcher.search(AlertQueries.of(filter), column.alone())));
  }

  /** What became of the alerts of each entry; entries without any are left out. */
  public Map<String, Tally> tallies(AlertFilter filter) {
    return store.look(searcher -> Tallies.of(searcher, AlertQueries.of(filter)));
  }

  private interface Reading<T> {
    T of(org.apache.lucene.document.Document document) throws IOException;
  }

  private <T> Optional<T> first(Query query, Reading<T> reading) {
    return all(query, 1, reading).stream().findFirst();
  }

  private <T> List<T> all(Query query, int most, Reading<T> reading) {
    return store.look(
        searcher ->
            read(
                searcher,
                searcher.search(query, most, AlertDocuments.NEWEST_FIRST).scoreDocs,
                reading));
  }

  private static <T> List<T> read(IndexSearcher searcher, ScoreDoc[] docs, Reading<T> reading)
      throws IOException {
    StoredFields fields = searcher.storedFields();
    List<T> items = new ArrayList<>(docs.length);
    for (ScoreDoc doc : docs) {
      items.add(reading.of(fields.document(doc.doc)));
    }
    return items;
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    store.close();
  }
}
