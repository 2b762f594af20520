package dev.vedette.stream;

import dev.vedette.alert.Candidates;
import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.bench.BenchData;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Articles of 4 KB, made of real texts in which ten thousand names find nothing; one in a hundred
 * has a name put into it, and its id says so.
 */
final class BenchArticles {

  static final String HIT = "hit-";

  private static final int LENGTH = 4_000;
  private static final int EVERY = 100;
  private static final int BODIES = 2_000;

  private final Watchlists lists;
  private final List<String> names;
  private final List<String> bodies = new ArrayList<>();
  private final Random random = new Random(1);

  BenchArticles(BenchData data) throws IOException {
    this.names =
        data.names("10k").stream()
            .filter(name -> name.chars().noneMatch(Character::isISOControl))
            .toList();
    this.lists = Watchlists.of(List.of(new Watchlist("bench", "Bench", entries(), false)), "bench");
    List<String> texts = silent(data.articles());
    while (bodies.size() < BODIES) {
      String body = body(texts);
      if (Candidates.of(lists, article("a", body, Instant.EPOCH)).isEmpty()) {
        bodies.add(body);
      }
    }
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String name : names) {
      entries.add(
          new Entry(
              "n" + entries.size(),
              Kind.PERSON,
              name,
              List.of(Name.of(name)),
              List.of(),
              List.of(),
              List.of(),
              null,
              Severity.MEDIUM,
              Set.of(),
              Filters.NONE,
              null,
              Limits.DEFAULTS,
              Entry.Tests.NONE));
    }
    return entries;
  }

  private List<String> silent(List<Article> texts) {
    return texts.stream()
        .filter(text -> Candidates.of(lists, text).isEmpty())
        .map(Article::body)
        .toList();
  }

  private String body(List<String> texts) {
    StringBuilder body = new StringBuilder();
    while (body.length() < LENGTH) {
      String text = texts.get(random.nextInt(texts.size()));
      int from = random.nextInt(1 + text.length() / 2);
      int space = text.indexOf(' ', from);
      body.append(text, space < 0 ? from : space + 1, text.length()).append('\n');
    }
    int end = body.lastIndexOf(" ", LENGTH);
    return body.substring(0, end < LENGTH / 2 ? LENGTH : end);
  }

  Watchlists lists() {
    return lists;
  }

  /** The next one; every hundredth raises one alert, of an entry by chance. */
  Article next(int number, Instant fetchedAt) {
    Article silent = article("a-" + number, bodies.get(random.nextInt(BODIES)), fetchedAt);
    if (number % EVERY != 0) {
      return silent;
    }
    while (true) {
      String name = names.get(random.nextInt(names.size()));
      String body = "Number %d: it was %s who came. ".formatted(number, name) + silent.body();
      Article hit = article(HIT + number, body, fetchedAt);
      if (Candidates.of(lists, hit).size() == 1) {
        return hit;
      }
    }
  }

  /** Its first words. */
  private static String headline(String body) {
    int end = body.indexOf(' ', 60);
    return body.substring(0, end < 0 || end > 120 ? 60 : end).strip();
  }

  private static Article article(String id, String body, Instant fetchedAt) {
    String title = headline(body);
    return new Article(
        id,
        Fingerprint.of(title, body),
        "bench",
        "https://bench.example/" + id,
        title,
        body,
        List.of(),
        "",
        "",
        null,
        fetchedAt,
        false);
  }
}
