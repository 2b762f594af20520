package dev.vedette.bench;

import dev.vedette.article.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.HighlightsMatch.Hit;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Stored queries, a phrase for each name, with highlights, since Vedette tells its offsets too.
 *
 * <p>The text is folded before Lucene sees it, as for {@link HankcsEngine}: its own filters fold
 * less than we do, and cost more.
 */
final class LuceneEngine implements Engine {

  private static final String FIELD = "body";

  /** More in one batch of a million names do not fit into memory. */
  private static final int BATCH = 5_000;

  /** Of the presearcher: the more, the fewer queries are tried in vain. */
  private static final int PASSES = 4;

  private final Monitor monitor;

  LuceneEngine(List<String> names) {
    try {
      monitor = new Monitor(new WhitespaceAnalyzer(), new MultipassTermFilteredPresearcher(PASSES));
      for (int from = 0; from < names.size(); from += BATCH) {
        monitor.register(queries(names, from, Math.min(from + BATCH, names.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<MonitorQuery> queries(List<String> names, int from, int to) {
    List<MonitorQuery> queries = new ArrayList<>();
    for (int number = from; number < to; number++) {
      queries.add(new MonitorQuery(String.valueOf(number), query(names.get(number))));
    }
    return queries;
  }

  private static Query query(String name) {
    String[] words = UnitFolding.words(name).split(" ");
    return words.length == 1
        ? new TermQuery(new Term(FIELD, words[0]))
        : new PhraseQuery(FIELD, words);
  }

  @Override
  public void find(Article article, Mentions mentions) {
    Document document = new Document();
    String text = new String(UnitFolding.fold(article.body()));
    document.add(new TextField(FIELD, text, Store.NO));
    try {
      for (HighlightsMatch match : monitor.match(document, HighlightsMatch.MATCHER).getMatches()) {
        int name = Integer.parseInt(match.getQueryId());
        for (Hit hit : match.getHits(FIELD)) {
          mentions.at(name, hit.startOffset, hit.endOffset);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
