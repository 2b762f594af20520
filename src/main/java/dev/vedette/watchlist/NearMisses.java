package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Hit.Field;
import dev.vedette.watchlist.Name.Mode;
import dev.vedette.watchlist.Obstacle.NearMiss;
import dev.vedette.watchlist.Obstacle.Nearness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What in an article comes nearest to the names of an entry that are not in it. */
final class NearMisses {

  /** More of them teach nobody anything. */
  private static final int MOST = 5;

  /** As for {@code fuzzy} itself. */
  private static final int MOST_MISPRINTS = 2;

  private final Lifted lifted;
  private final Article article;
  private final Function<Entry, List<Hit>> search;
  private final List<Obstacle> found = new ArrayList<>();

  /**
   * @param search what a changed entry finds in the article
   */
  NearMisses(Lifted lifted, Article article, Function<Entry, List<Hit>> search) {
    this.lifted = lifted;
    this.article = article;
    this.search = search;
  }

  /** The nearest kind of them; none if nothing is like any name. */
  List<Obstacle> find() {
    inOtherCase();
    inVariants();
    for (int edits = 1; edits <= MOST_MISPRINTS && found.isEmpty(); edits++) {
      withMisprints(edits);
    }
    if (found.isEmpty()) {
      byLetters();
    }
    return found.stream().limit(MOST).toList();
  }

  private void inOtherCase() {
    lift(
        name -> new Name(name.text(), name.match(), name.fuzzy(), false),
        name -> new Nearness.OtherCase());
  }

  private void inVariants() {
    lift(
        name -> new Name(name.text(), Mode.VARIANTS, name.fuzzy(), name.caseSensitive()),
        name -> new Nearness.Variant(name.match()));
  }

  private void withMisprints(int edits) {
    lift(
        name ->
            name.fuzzy() >= edits
                ? name
                : new Name(name.text(), Mode.VARIANTS, edits, name.caseSensitive()),
        name -> new Nearness.Misprints(edits, name.fuzzy()));
  }

  /**
   * @param change makes the names find more
   * @param nearness what it is called that they had to be changed
   */
  private void lift(UnaryOperator<Name> change, Function<Name, Nearness> nearness) {
    Entry changed = lifted.changed(change);
    if (changed.names().isEmpty()) {
      return;
    }
    for (Hit hit : search.apply(changed)) {
      lifted.all().stream()
          .filter(name -> name.text().equals(hit.name()))
          .findFirst()
          .ifPresent(name -> found.add(new NearMiss(name, hit, nearness.apply(name))));
    }
  }

  /** What no key of an entry would find: other letters, or only a part of a name. */
  private void byLetters() {
    Reading reading = new Reading(article);
    List<Resemblance> best = new ArrayList<>();
    for (Field field : reading.fields()) {
      Likeness likeness = new Likeness(reading, field);
      lifted.all().forEach(name -> likeness.best(name).ifPresent(best::add));
    }
    best.stream()
        .sorted(Resemblance.NEAREST_FIRST)
        .limit(1)
        .map(Resemblance::miss)
        .forEach(found::add);
  }
}
