package dev.vedette.alert;

import dev.vedette.article.Article;
import dev.vedette.article.ZoneSpan;
import dev.vedette.text.Imprint;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From an article to what might be told about it. */
public final class Candidates {

  /** The most that the hits of one alert quote, in UTF-16 units, so that its size has a bound. */
  static final int MAX_QUOTED = 60_000;

  /** A body shorter than this, in UTF-16 units, does not make a story by itself. */
  private static final int TELLING = 200;

  /** The most that one hit quotes, in UTF-16 units. */
  private static final int MAX_SURFACE = 1_000;

  /** How much of the text stands on either side of the best hit, in UTF-16 units. */
  private static final int AROUND = 140;

  private Candidates() {}

  /** One candidate for each entry that has a reason to alert; often none. */
  public static List<Candidate> of(Watchlists watchlists, Article article) {
    return of(watchlists.match(article), watchlists.version(), article);
  }

  /**
   * One candidate for each match that is a reason to alert.
   *
   * @param matches of the article
   * @param version of the watchlists that made them
   */
  public static List<Candidate> of(List<Match> matches, String version, Article article) {
    List<Match> alerting = matches.stream().filter(Match::alerts).toList();
    if (alerting.isEmpty()) {
      return List.of();
    }
    Imprint imprint = Imprint.of(telling(article));
    return alerting.stream().map(match -> candidate(match, version, article, imprint)).toList();
  }

  /**
   * What tells the readers of an entry that an article was edited and matches it no longer; empty
   * if there is no such entry any more.
   */
  public static Optional<Candidate> withdrawal(
      Watchlists watchlists, Article article, String entry) {
    for (Watchlist list : watchlists.lists()) {
      for (Entry found : list.entries()) {
        if (found.id().equals(entry)) {
          return Optional.of(
              candidate(
                  list, found, watchlists.version(), article, Imprint.NONE, 0, List.of(), 0, ""));
        }
      }
    }
    return Optional.empty();
  }

  /** The words that tell one story from another: a stub under a headline is nothing without it. */
  static String telling(Article article) {
    String prose = prose(article);
    return prose.length() < TELLING ? article.title() + "\n" + prose : prose;
  }

  /** Lead and body: bylines, captions, notices and pointers differ where the story is the same. */
  private static String prose(Article article) {
    String prose = ZoneSpan.prose(article.body(), article.zones());
    return prose.isEmpty() ? article.body() : prose;
  }

  private static Candidate candidate(
      Match match, String version, Article article, Imprint imprint) {
    return candidate(
        match.watchlist(),
        match.entry(),
        version,
        article,
        imprint,
        match.score(),
        first(match.hits()),
        match.hits().size(),
        snippet(article, best(match)));
  }

  private static List<String> tags(Entry entry, Article article) {
    return Stream.concat(entry.tags().stream(), article.origin().tags().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Candidate candidate(
      Watchlist list,
      Entry entry,
      String version,
      Article article,
      Imprint imprint,
      double score,
      List<Hit> hits,
      int totalHits,
      String snippet) {
    return new Candidate(
        list.id(),
        version,
        entry.id(),
        entry.title(),
        entry.severity(),
        score,
        tags(entry, article),
        entry.silence(),
        entry.limits(),
        reference(article),
        imprint,
        hits,
        totalHits,
        snippet);
  }

  static Alert.ArticleRef reference(Article article) {
    return new Alert.ArticleRef(
        article.id(),
        article.revision(),
        article.url(),
        article.source(),
        article.title(),
        article.language(),
        article.publishedAt(),
        article.fetchedAt(),
        article.origin().trust());
  }

  private static List<Hit> first(List<Hit> hits) {
    List<Hit> first = new ArrayList<>();
    int quoted = 0;
    for (Hit hit : hits) {
      Hit quotable = quotable(hit);
      quoted += quotable.surface().length() + quotable.name().length();
      if (first.size() == Alert.MAX_HITS || (quoted > MAX_QUOTED && !first.isEmpty())) {
        break;
      }
      first.add(quotable);
    }
    return first;
  }

  /** The hit with the head of its words, where a regular expression took a whole page of them. */
  private static Hit quotable(Hit hit) {
    return hit.surface().length() <= MAX_SURFACE
        ? hit
        : new Hit(
            hit.field(),
            hit.zone(),
            hit.start(),
            hit.end(),
            hit.surface().substring(0, MAX_SURFACE),
            hit.name(),
            hit.how(),
            hit.strength());
  }

  /** The hit that a reader should see first: strong, in a zone that counts, in the body. */
  private static Hit best(Match match) {
    Hit best = match.hits().get(0);
    for (Hit hit : match.hits()) {
      if (worth(match, hit) > worth(match, best)) {
        best = hit;
      }
    }
    return best;
  }

  private static int worth(Match match, Hit hit) {
    return (match.entry().filters().alertsIn(hit.zone()) ? 4 : 0)
        + (hit.strength() == Hit.Strength.STRONG ? 2 : 0)
        + (hit.field() == Hit.Field.BODY ? 1 : 0);
  }

  /** The words around a hit on one line, cut between words where there are any. */
  static String snippet(Article article, Hit hit) {
    String text = hit.field() == Hit.Field.TITLE ? article.title() : article.body();
    int from = Math.max(0, hit.start() - AROUND);
    int to = Math.min(text.length(), Math.min(hit.end(), hit.start() + 2 * AROUND) + AROUND);
    from = from == 0 ? 0 : wordStart(text, from, hit.start());
    to = to == text.length() ? to : wordEnd(text, to, hit.end());
    String cut = onOneLine(text.substring(from, to)).strip();
    return (from == 0 ? "" : "… ") + cut + (to == text.length() ? "" : " …");
  }

  /** As a snippet has it. */
  static String onOneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ");
  }

  private static int wordStart(String text, int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }

  private static int wordEnd(String text, int to, int limit) {
    for (int i = to; i > limit; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
  }
}
