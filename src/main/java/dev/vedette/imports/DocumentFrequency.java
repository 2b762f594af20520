package dev.vedette.imports;

import dev.vedette.article.Article;
import dev.vedette.imports.Imported.Weak;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In how many articles the strong names of an import stand. An alias that stands in many is mostly
 * something else's name: a lake, a mosque, a football player. Safe for use by several threads.
 */
public final class DocumentFrequency {

  /** One article in so many is often. */
  private static final int OFTEN = 500;

  /** In few articles chance decides. */
  private static final int LEAST = 5;

  private final Imported imported;
  private final Watchlists names;
  private final AtomicInteger articles = new AtomicInteger();
  private final Map<Key, Integer> counts = new ConcurrentHashMap<>();

  private record Key(String entry, String name) {}

  /** Nothing is counted yet. */
  public DocumentFrequency(Imported imported) {
    this.imported = imported;
    this.names =
        Watchlists.of(
            List.of(new Watchlist("import", "import", imported.entries(), false)), "import");
  }

  /** Counts each name once that raises an alert on the article by itself. */
  public void read(Article article) {
    articles.incrementAndGet();
    Set<Key> found = new HashSet<>();
    for (Match match : names.match(article)) {
      Entry entry = match.entry();
      for (Hit hit : match.hits()) {
        if (hit.strength() == Hit.Strength.STRONG && entry.filters().alertsIn(hit.zone())) {
          found.add(new Key(entry.id(), hit.name()));
        }
      }
    }
    found.forEach(key -> counts.merge(key, 1, Integer::sum));
  }

  /** How many articles were read. */
  public int articles() {
    return articles.get();
  }

  /** In how many of them a name stands. */
  public int of(String entry, String name) {
    return counts.getOrDefault(new Key(entry, name), 0);
  }

  /** The names that stand in most of them, the commonest first. */
  public List<Count> commonest(int most) {
    return counts.entrySet().stream()
        .map(one -> new Count(one.getKey().name(), one.getValue()))
        .sorted(Comparator.comparing(Count::articles).reversed().thenComparing(Count::name))
        .limit(most)
        .toList();
  }

  /**
   * A name of an entry, and in how many articles it stands.
   *
   * @param articles at least 1
   */
  public record Count(String name, int articles) {}

  /**
   * The import, with the aliases that stand in many of the articles made weak. Main names stay
   * strong: who is in the news every day is so for what the list has him for.
   */
  public Imported judged() {
    int least = Math.max(LEAST, articles() / OFTEN);
    Set<Weak> often = new HashSet<>();
    for (Entry entry : imported.entries()) {
      entry.names().stream()
          .filter(name -> of(entry.id(), name.text()) >= least)
          .filter(name -> !Doubts.isSame(name.text(), entry.title(), entry.kind()))
          .map(name -> new Weak(entry.id(), name.text(), Doubt.FREQUENT))
          .forEach(often::add);
    }
    return imported.doubting(often);
  }

  /** Why a name is weak, with figures where it was counted. */
  public String words(Weak weak) {
    return weak.why() == Doubt.FREQUENT
        ? "in %d of %d kept articles".formatted(of(weak.entry(), weak.name()), articles())
        : weak.why().words();
  }
}
