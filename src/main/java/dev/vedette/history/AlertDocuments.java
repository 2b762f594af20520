package dev.vedette.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.article.Fingerprint;
import dev.vedette.watchlist.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Alerts and feedback as documents of an index, and back. */
final class AlertDocuments {

  static final String ID = "id";
  static final String SORT = "sort";
  static final String AT = "at";
  static final String ORDER = "order";
  static final String WATCHLIST = "watchlist";
  static final String ENTRY = "entry";
  static final String SEVERITY = "severity";
  static final String SOURCE = "source";
  static final String LANGUAGE = "language";
  static final String STATE = "state";
  static final String FEEDBACK = "feedback";
  static final String SILENCED = "silenced";
  static final String TEXT = "text";
  static final String ARTICLE = "article";
  static final String NONE = "none";

  /** The values of {@link #SORT}: what a document is. */
  static final String ALERT = "alert";

  static final String SILENCE = "silence";
  static final String MARK = "mark";

  /** Newest first; those of one moment in an order that stays. */
  static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(AT, SortField.Type.LONG, true),
          new SortField(ORDER, SortField.Type.LONG, true));

  private static final String JSON = "json";

  private final JsonMapper mapper;

  AlertDocuments(JsonMapper mapper) {
    this.mapper = mapper;
  }

  static Term alert(String id) {
    return new Term(ID, "alert:" + id);
  }

  static Term feedback(String key) {
    return new Term(ID, "feedback:" + key);
  }

  Document of(Filed filed) {
    Alert alert = filed.alert();
    Document document = document(alert(alert.id()), ALERT, filed);
    place(document, filed.place());
    if (filed.feedbackPlace() != null) {
      place(document, filed.feedbackPlace());
    }
    long at = alert.raisedAt().toEpochMilli();
    document.add(new LongPoint(AT, at));
    document.add(new NumericDocValuesField(AT, at));
    document.add(new NumericDocValuesField(ORDER, order(filed.alert().id())));
    word(document, WATCHLIST, alert.watchlist());
    counted(document, ENTRY, alert.entry());
    word(document, SEVERITY, lower(alert.severity().name()));
    word(document, SOURCE, alert.article().source());
    word(document, STATE, lower(filed.state().name()));
    word(document, SILENCED, Boolean.toString(alert.silenced() != null));
    word(document, ARTICLE, alert.article().id());
    Feedback said = filed.feedback();
    counted(document, FEEDBACK, said == null ? NONE : lower(said.kind().name()));
    languages(document, alert.article().language());
    Terms.add(document, TEXT, terms(filed));
    return document;
  }

  Document of(Feedback said, Place place) {
    String sort = said.kind() == Feedback.Kind.SILENCE ? SILENCE : MARK;
    return document(feedback(said.key()), sort, new Said(said, place));
  }

  /** What was said, with its place. */
  record Said(Feedback feedback, Place place) {}

  Filed filed(Document document) throws IOException {
    return mapper.readValue(json(document), Filed.class);
  }

  Said said(Document document) throws IOException {
    return mapper.readValue(json(document), Said.class);
  }

  /** A number that stays, and that nothing else of the moment has. */
  static long order(String id) {
    return Long.parseLong(Fingerprint.of(id).substring(0, 15), 16);
  }

  static String offsets(Place.Log log, int partition) {
    return "offset-" + lower(log.name()) + '-' + partition;
  }

  /** Whatever stands before a place in its partition. */
  static Query before(Place place) {
    return LongPoint.newRangeQuery(offsets(place.log(), place.partition()), 0, place.offset() - 1);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Document document(Term id, String sort, Object value) {
    Document document = new Document();
    document.add(new StringField(ID, id.text(), Store.NO));
    document.add(new StringField(SORT, sort, Store.NO));
    try {
      document.add(new StoredField(JSON, mapper.writeValueAsBytes(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that Jackson cannot write", e);
    }
    return document;
  }

  private static byte[] json(Document document) {
    BytesRef bytes = document.getBinaryValue(JSON);
    return BytesRef.deepCopyOf(bytes).bytes;
  }

  private static void place(Document document, Place place) {
    document.add(new LongPoint(offsets(place.log(), place.partition()), place.offset()));
  }

  private static void word(Document document, String field, String value) {
    document.add(new StringField(field, value, Store.NO));
  }

  private static void counted(Document document, String field, String value) {
    word(document, field, value);
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }

  /** The tag, and what it begins with. */
  private static void languages(Document document, String tag) {
    String language = lower(tag);
    word(document, LANGUAGE, language);
    int hyphen = language.indexOf('-');
    if (hyphen > 0) {
      word(document, LANGUAGE, language.substring(0, hyphen));
    }
  }

  private static List<String> terms(Filed filed) {
    Alert alert = filed.alert();
    List<String> terms = new ArrayList<>(Terms.of(alert.article().title()));
    terms.addAll(Terms.of(alert.snippet()));
    terms.addAll(Terms.of(alert.title()));
    for (Hit hit : alert.hits().subList(0, Math.min(20, alert.hits().size()))) {
      terms.addAll(Terms.of(hit.surface()));
      terms.addAll(Terms.of(hit.name()));
    }
    if (filed.feedback() != null) {
      terms.addAll(Terms.of(filed.feedback().note()));
    }
    return terms;
  }
}
