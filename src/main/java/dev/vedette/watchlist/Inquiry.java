package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Hit.Strength;
import dev.vedette.watchlist.Obstacle.Alone;
import dev.vedette.watchlist.Obstacle.LowScore;
import dev.vedette.watchlist.Obstacle.QuietZone;
import dev.vedette.watchlist.Obstacle.SomebodyElse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one entry why it does not alert on one article.
 *
 * <p>What is in the way is found by lifting it: the entry without its {@code not}, with other zones
 * or with misprints is an entry like any other, and the matcher itself says what that one finds.
 */
final class Inquiry {

  private final List<Watchlist> lists;
  private final Watchlist list;
  private final Entry entry;
  private final Article article;
  private final Lifted lifted;
  private final List<Obstacle> obstacles = new ArrayList<>();

  /**
   * @param lists all of them, as the entry's query may refer to others
   * @param list the one that the entry stands in
   */
  Inquiry(List<Watchlist> lists, Watchlist list, Entry entry, Article article) {
    this.lists = lists;
    this.list = list;
    this.entry = entry;
    this.article = article;
    this.lifted = new Lifted(entry);
  }

  WhyNot answer() {
    Match match = match(entry);
    if (match == null || !match.alerts()) {
      filters();
      Match admitted = match(lifted.sourcesAndLanguages());
      if (admitted == null || !admitted.alerts()) {
        mentions(admitted);
        somebodyElse(admitted);
        nearMisses();
        query();
      }
    }
    return new WhyNot(list, entry, match, obstacles);
  }

  private void filters() {
    Filters filters = entry.filters();
    if (!filters.sources().isEmpty() && !filters.sources().contains(article.source())) {
      obstacles.add(new Obstacle.OtherSource(article.source(), filters.sources()));
    }
    Entry anySource = lifted.sources();
    Entry anyLanguage = lifted.sourcesAndLanguages();
    if (!Objects.equals(hits(anySource), hits(anyLanguage))) {
      obstacles.add(new Obstacle.OtherLanguage(article.language(), filters.languages()));
    }
  }

  /** What was found, but is not enough. */
  private void mentions(@Nullable Match match) {
    if (match == null) {
      return;
    }
    for (Hit hit : match.hits()) {
      if (!entry.filters().alertsIn(hit.zone())) {
        if (!isOfQuery(hit)) {
          obstacles.add(new QuietZone(hit));
        }
      } else if (hit.strength() == Strength.WEAK && !alerts(lifted.score())) {
        obstacles.add(new Alone(hit, vouchersElsewhere(match)));
      }
    }
    Match anyScore = match(lifted.score());
    if (anyScore != null && anyScore.alerts()) {
      double least = entry.filters().minScore();
      obstacles.add(new LowScore(match.hits().get(0), match.score(), least));
    }
  }

  /** Strong names and words of context where they do not count. */
  private List<Hit> vouchersElsewhere(Match match) {
    return hits(lifted.names(lifted.strongAndContext())).stream()
        .filter(hit -> !entry.filters().alertsIn(hit.zone()))
        .filter(hit -> overlapping(hit, match.hits()).isEmpty())
        .toList();
  }

  private void somebodyElse(@Nullable Match admitted) {
    if (entry.not().isEmpty()) {
      return;
    }
    List<Hit> known = admitted == null ? List.of() : admitted.hits();
    List<Hit> others = hits(lifted.names(entry.not()));
    for (Hit hit : hits(lifted.not())) {
      if (!known.contains(hit)) {
        overlapping(hit, others).ifPresent(other -> obstacles.add(new SomebodyElse(hit, other)));
      }
    }
  }

  private static Optional<Hit> overlapping(Hit hit, List<Hit> others) {
    return others.stream()
        .filter(one -> one.field() == hit.field())
        .filter(one -> one.start() < hit.end() && hit.start() < one.end())
        .findFirst();
  }

  private void query() {
    if (entry.query() != null) {
      obstacles.addAll(compiled(lifted.sourcesAndLanguages()).faultsOfFirst(article));
    }
  }

  /** Where no name was found at all, what comes near to one. */
  private void nearMisses() {
    boolean named = obstacles.stream().anyMatch(Inquiry::isAboutMention);
    if (named || (entry.names().isEmpty() && entry.weak().isEmpty())) {
      return;
    }
    List<Obstacle> near = new NearMisses(lifted, article, this::hits).find();
    obstacles.addAll(near.isEmpty() ? List.of(new Obstacle.NoName()) : near);
  }

  private static boolean isAboutMention(Obstacle obstacle) {
    return obstacle instanceof QuietZone
        || obstacle instanceof Alone
        || obstacle instanceof SomebodyElse
        || obstacle instanceof LowScore;
  }

  private static boolean isOfQuery(Hit hit) {
    return hit.how().equals(List.of(Step.QUERY.label()));
  }

  private boolean alerts(Entry changed) {
    Match match = match(changed);
    return match != null && match.alerts();
  }

  private List<Hit> hits(Entry changed) {
    Match match = match(changed);
    return match == null ? List.of() : match.hits();
  }

  private @Nullable Match match(Entry changed) {
    return compiled(changed).match(article).stream()
        .filter(match -> match.entry().id().equals(entry.id()))
        .findFirst()
        .orElse(null);
  }

  /** The changed entry with those that its query refers to. */
  private Watchlists compiled(Entry changed) {
    List<Entry> entries = new ArrayList<>(List.of(changed));
    for (int at = 0; at < entries.size(); at++) {
      for (String id : References.named(entries.get(at))) {
        lists.stream()
            .flatMap(one -> one.entries().stream())
            .filter(one -> one.id().equals(id) && !entries.contains(one))
            .findFirst()
            .ifPresent(entries::add);
      }
    }
    return Watchlists.of(List.of(new Watchlist(list.id(), list.title(), entries, false)), "");
  }
}
