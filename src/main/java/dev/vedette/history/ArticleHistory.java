package dev.vedette.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.article.Article;
import dev.vedette.history.Place.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of the articles that are kept, and where their texts stand on the topic; the texts
 * themselves are only there. Written, shown and committed as {@link AlertHistory}.
 */
public final class ArticleHistory implements AutoCloseable {

  private static final String FORMAT = "articles/4";

  /** Beside 43 bits of an offset. */
  private static final int HASH_BITS = 20;

  private static final String REVISION = "revision";
  private static final String JSON = "json";

  private final Store store;
  private final JsonMapper mapper;

  private ArticleHistory(Store store, JsonMapper mapper) {
    this.store = store;
    this.mapper = mapper;
  }

  /**
   * The history in a directory; an empty one if there is none that can be used.
   *
   * @param cluster id of the cluster that the topic is of
   * @throws java.io.UncheckedIOException if the directory cannot be used
   */
  public static ArticleHistory open(Path directory, JsonMapper mapper, String cluster) {
    return new ArticleHistory(
        Store.open(directory, FORMAT, cluster, AlertDocuments.NEWEST_FIRST), mapper);
  }

  /** Up to where the topic is in it. */
  public Positions positions() {
    return store.positions();
  }

  /** Writes an article, beside the other revisions of it. */
  public void add(Article article, Place place) {
    if (positions().include(place)) {
      return;
    }
    store.put(
        new Term(REVISION, revision(article.id(), article.revision())), document(article, place));
    store.positions(positions().after(place));
  }

  /** Says that a partition was read up to an offset, whether or not there were records. */
  public void reached(Log log, int partition, long next) {
    if (next > positions().next(log, partition)) {
      store.positions(positions().at(log, partition, next));
    }
  }

  private Document document(Article article, Place place) {
    long at = article.fetchedAt().toEpochMilli();
    Document document = new Document();
    document.add(
        new StringField(REVISION, revision(article.id(), article.revision()), Field.Store.NO));
    document.add(new StringField(AlertDocuments.ARTICLE, article.id(), Field.Store.NO));
    document.add(new StringField(AlertDocuments.SOURCE, article.source(), Field.Store.NO));
    document.add(new SortedDocValuesField(AlertDocuments.SOURCE, new BytesRef(article.source())));
    document.add(new LongPoint(AlertDocuments.AT, at));
    document.add(new NumericDocValuesField(AlertDocuments.AT, at));
    document.add(new NumericDocValuesField(AlertDocuments.ORDER, order(article, place)));
    document.add(
        new LongPoint(AlertDocuments.offsets(place.log(), place.partition()), place.offset()));
    document.add(new StoredField(JSON, json(ArticleLine.of(article, place))));
    List<String> terms = new ArrayList<>(Terms.of(article.title()));
    terms.addAll(Terms.of(article.body()));
    Terms.add(document, AlertDocuments.TEXT, terms);
    return document;
  }

  /** Revisions of a moment in their order; articles of it, which other partitions have, apart. */
  private static long order(Article article, Place place) {
    long hash = AlertDocuments.order(revision(article.id(), article.revision()));
    return (place.offset() << HASH_BITS) | (hash & ((1L << HASH_BITS) - 1));
  }

  private byte[] json(ArticleLine line) {
    try {
      return mapper.writeValueAsBytes(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that Jackson cannot write", e);
    }
  }

  private static String revision(String article, String revision) {
    return article + '@' + revision;
  }

  /** Shows what was written to whoever looks from now on. */
  public void show() {
    store.show();
  }

  /** Makes what was written outlive a crash. */
  public void commit() {
    store.commit();
  }

  /**
   * Can be written to again, if a full disk has ended that; what was not committed is to be read
   * again.
   */
  public void reopen() {
    store.reopen();
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
  }

  /**
   * Articles, newest first.
   *
   * @param text words of headline and text; see {@link Terms#query}
   * @param source id; empty for all
   * @param after what an earlier part gave as {@link Found#next}; null for the first part
   * @throws IllegalArgumentException if {@code after} is no such thing
   */
  public Found<ArticleLine> search(String text, String source, int most, @Nullable String after) {
    FieldDoc from = after == null ? null : Cursor.parse(after);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(Terms.query(AlertDocuments.TEXT, text), Occur.FILTER);
    if (!source.isEmpty()) {
      all.add(AlertQueries.term(AlertDocuments.SOURCE, source), Occur.FILTER);
    }
    Query query = all.build();
    return store.look(
        searcher -> {
          ScoreDoc[] docs =
              searcher.search(
                      query,
                      new TopFieldCollectorManager(AlertDocuments.NEWEST_FIRST, most, from, most))
                  .scoreDocs;
          List<ArticleLine> items = read(searcher.storedFields(), docs);
          String next = items.size() < most ? null : Cursor.of((FieldDoc) docs[docs.length - 1]);
          return new Found<>(items, searcher.count(query), next);
        });
  }

  /** The revision of an article; the newest if it is empty. */
  public Optional<ArticleLine> find(String id, String revision) {
    Query query =
        revision.isEmpty()
            ? AlertQueries.term(AlertDocuments.ARTICLE, id)
            : new TermQuery(new Term(REVISION, revision(id, revision)));
    return store.look(
        searcher ->
            read(
                    searcher.storedFields(),
                    searcher.search(query, 1, AlertDocuments.NEWEST_FIRST).scoreDocs)
                .stream()
                .findFirst());
  }

  /**
   * How many articles each source gave in each stretch of time; sources without any are left out.
   *
   * @param from the beginning of the first stretch
   * @param millis the length of each
   * @param stretches how many
   */
  public Map<String, int[]> counts(Instant from, long millis, int stretches) {
    Column<int[]> column = Column.stretches(AlertDocuments.SOURCE, from, millis, stretches);
    long end = from.toEpochMilli() + millis * stretches - 1;
    Query within = LongPoint.newRangeQuery(AlertDocuments.AT, from.toEpochMilli(), end);
    return Column.counted(store.look(searcher -> searcher.search(within, column.alone())));
  }

  private List<ArticleLine> read(StoredFields fields, ScoreDoc[] docs) throws IOException {
    List<ArticleLine> items = new ArrayList<>(docs.length);
    for (ScoreDoc doc : docs) {
      BytesRef json = fields.document(doc.doc).getBinaryValue(JSON);
      items.add(mapper.readValue(BytesRef.deepCopyOf(json).bytes, ArticleLine.class));
    }
    return items;
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    store.close();
  }
}
