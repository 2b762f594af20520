package dev.vedette.backtest;

import dev.vedette.backtest.BacktestReport.Form;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Silence;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one entry found, counted. */
final class NoiseTally {

  /** Surface forms that are named. */
  private static final int MOST_FORMS = 5;

  /** Of one surface form, in UTF-16 units: a regular expression can take a page of words. */
  private static final int MOST_SHOWN = 60;

  private final Map<String, Long> forms = new HashMap<>();
  private long hits;
  private long inBoilerplate;
  private long articles;
  private long silenced;

  /**
   * Counts what the entry found in an article.
   *
   * @param fetchedAt when it was fetched, which is when a silence holds or does not
   */
  void add(Match match, Instant fetchedAt) {
    for (Hit hit : match.hits()) {
      hits++;
      if (!hit.zone().alerts()) {
        inBoilerplate++;
      }
      forms.merge(shown(hit.surface()), 1L, Long::sum);
    }
    if (match.alerts()) {
      articles++;
      Silence silence = match.entry().silence();
      if (silence != null && silence.holdsAt(fetchedAt)) {
        silenced++;
      }
    }
  }

  private static String shown(String surface) {
    String flat = surface.replaceAll("[\\s\\p{Z}]+", " ");
    return flat.length() <= MOST_SHOWN ? flat : flat.substring(0, MOST_SHOWN) + "…";
  }

  /** In how many articles it was a reason for an alert. */
  long articles() {
    return articles;
  }

  long hits() {
    return hits;
  }

  double boilerplate() {
    return share(inBoilerplate, hits);
  }

  double silenced() {
    return share(silenced, articles);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  List<Form> forms() {
    return forms.entrySet().stream()
        .map(form -> new Form(form.getKey(), form.getValue()))
        .sorted(Comparator.comparingLong(Form::count).reversed().thenComparing(Form::surface))
        .limit(MOST_FORMS)
        .toList();
  }
}
