package dev.vedette.history;

import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The terms that a text is found by: its words, folded as the matching folds them; and where words
 * are not parted by spaces, each character with the next.
 */
public final class Terms extends TokenStream {

  /** Longer words are found by their beginning. */
  private static final int MAX_TERM = 64;

  /** Beginnings of terms, in letters, that are terms too, in a field of their own. */
  private static final int LONGEST_BEGINNING = 3;

  private static final String BEGINNING = "-beginning";
  private static final FieldType UNCOUNTED = new FieldType();

  static {
    UNCOUNTED.setIndexOptions(IndexOptions.DOCS);
    UNCOUNTED.setOmitNorms(true);
    UNCOUNTED.setTokenized(true);
    UNCOUNTED.freeze();
  }

  private static final Pattern CHUNK = Pattern.compile("\"([^\"]*)\"?|(\\S+)");
  private static final int MAX_CHUNKS = 20;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final List<String> terms;
  private int at;

  Terms(List<String> terms) {
    this.terms = terms;
  }

  /** Puts the terms of some texts into a document, to be found by {@link #query} of this field. */
  static void add(Document document, String field, List<String> terms) {
    document.add(new TextField(field, new Terms(terms)));
    document.add(new Field(field + BEGINNING, new Terms(beginnings(terms)), UNCOUNTED));
  }

  /** What short queries begin terms with, each once. */
  private static List<String> beginnings(List<String> terms) {
    Set<String> beginnings = new LinkedHashSet<>();
    for (String term : terms) {
      int end = 0;
      for (int n = 0; n < LONGEST_BEGINNING && end < term.length(); n++) {
        end = term.offsetByCodePoints(end, 1);
        beginnings.add(term.substring(0, end));
      }
    }
    return List.copyOf(beginnings);
  }

  /** The terms of a text, in order. */
  static List<String> of(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> terms = new ArrayList<>();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.shape(token) == Shape.WORD) {
        int to = Math.min(tokens.to(token), tokens.from(token) + MAX_TERM);
        terms.add(tokens.word(tokens.from(token), to));
      } else {
        pairs(tokens.word(token), terms);
      }
    }
    return terms;
  }

  private static void pairs(String run, List<String> terms) {
    int at = 0;
    while (at < run.length()) {
      int next = run.offsetByCodePoints(at, 1);
      int end = next == run.length() ? next : run.offsetByCodePoints(next, 1);
      terms.add(run.substring(at, end));
      at = next;
    }
  }

  /**
   * What a person typed, as a query: all of the words, each of them the beginning of a word or, of
   * scripts without spaces, anywhere; what stands in quotation marks as it stands there. Everything
   * if nothing was typed, and nothing if there are no letters in it.
   */
  static Query query(String field, String typed) {
    if (typed.isBlank()) {
      return new MatchAllDocsQuery();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Matcher matcher = CHUNK.matcher(typed);
    int chunks = 0;
    boolean any = false;
    while (matcher.find() && chunks++ < MAX_CHUNKS) {
      String phrase = matcher.group(1);
      List<String> terms = of(phrase == null ? matcher.group(2) : phrase);
      if (!terms.isEmpty()) {
        all.add(query(field, terms, phrase == null), Occur.FILTER);
        any = true;
      }
    }
    return any ? all.build() : new MatchNoDocsQuery();
  }

  /** The last character of a run is a term by itself, which others begin with. */
  private static Query query(String field, List<String> terms, boolean begins) {
    int last = terms.size() - 1;
    boolean run = last > 0 && terms.get(last - 1).endsWith(terms.get(last)) && isRun(terms, last);
    List<String> wanted = run ? terms.subList(0, last) : terms;
    if (wanted.size() == 1) {
      return begins || isRun(terms, last) ? beginning(field, wanted.get(0)) : phrase(field, wanted);
    }
    return phrase(field, wanted);
  }

  /** So many terms begin with two letters that it takes long to look each of them up. */
  private static Query beginning(String field, String typed) {
    return typed.codePointCount(0, typed.length()) <= LONGEST_BEGINNING
        ? new TermQuery(new Term(field + BEGINNING, typed))
        : new PrefixQuery(new Term(field, typed));
  }

  private static boolean isRun(List<String> terms, int index) {
    Tokens tokens = Tokens.of(terms.get(index));
    return tokens.count() > 0 && tokens.shape(0).unparted();
  }

  private static Query phrase(String field, List<String> terms) {
    return new PhraseQuery(field, terms.toArray(String[]::new));
  }

  @Override
  public boolean incrementToken() {
    if (at == terms.size()) {
      return false;
    }
    clearAttributes();
    term.append(terms.get(at++));
    return true;
  }

  @Override
  public void reset() {
    at = 0;
  }
}
