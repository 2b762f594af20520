package dev.vedette.sink;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Obstacle;
import dev.vedette.watchlist.Obstacle.Nearness;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is in the way of an alert, in sentences.
 *
 * @param entry whose alert
 * @param article in which it looked
 */
public record ObstacleText(Entry entry, Article article) {

  /** One sentence, with the place. */
  public String of(Obstacle obstacle) {
    if (obstacle instanceof Obstacle.OtherSource other) {
      return "source: the article is from '%s', the entry looks in %s"
          .formatted(other.source(), list(other.wanted()));
    }
    if (obstacle instanceof Obstacle.OtherLanguage other) {
      return "language: the article is in '%s', the entry looks in %s"
          .formatted(other.language(), list(other.wanted()));
    }
    if (obstacle instanceof Obstacle.QuietZone quiet) {
      return "zone: %s, and mentions in %s do not alert by themselves"
          .formatted(at(quiet.hit()), zone(quiet.hit()));
    }
    if (obstacle instanceof Obstacle.Alone alone) {
      return alone(alone);
    }
    if (obstacle instanceof Obstacle.SomebodyElse other) {
      return "not: %s is part of '%s', which is listed under not"
          .formatted(at(other.hit()), other.other().name());
    }
    if (obstacle instanceof Obstacle.LowScore low) {
      return String.format(
          Locale.ROOT,
          "min-score: %s is worth %.2f (%s), min-score is %.2f",
          at(low.hit()),
          low.score(),
          String.join("+", low.hit().how()),
          low.least());
    }
    if (obstacle instanceof Obstacle.NearMiss miss) {
      return near(miss);
    }
    if (obstacle instanceof Obstacle.NoName) {
      int names = entry.names().size() + entry.weak().size();
      return names == 1
          ? "names: the only one is not in the text, nor anything like it"
          : "names: none of the %d is in the text, nor anything like one".formatted(names);
    }
    return "query: " + ofQuery(obstacle);
  }

  private String alone(Obstacle.Alone alone) {
    String weak =
        entry.weak().stream().anyMatch(name -> name.text().equals(alone.hit().name()))
            ? "weak: %s is a weak name"
            : "weak: %s is only part of a name";
    String missing = entry.context().isEmpty() ? "strong name" : "strong name or context";
    String found =
        alone.elsewhere().isEmpty()
            ? "but no %s stands in the text".formatted(missing)
            : "but %s does not count there".formatted(at(alone.elsewhere().get(0)));
    return weak.formatted(at(alone.hit())) + ", " + found;
  }

  private static String near(Obstacle.NearMiss miss) {
    String words = at(miss.hit());
    String name = miss.name().text();
    Nearness nearness = miss.nearness();
    if (nearness instanceof Nearness.Misprints misprints) {
      return "names: %s is %d %s from '%s', fuzzy is %d"
          .formatted(
              words,
              misprints.edits(),
              misprints.edits() == 1 ? "edit" : "edits",
              name,
              misprints.allowed());
    }
    if (nearness instanceof Nearness.OtherCase) {
      String why = miss.name().caseSensitive() ? "case is true" : "an abbreviation keeps its own";
      return "names: %s is '%s' in other capitals, %s".formatted(words, name, why);
    }
    if (nearness instanceof Nearness.Parted) {
      return ("names: %s has the words of '%s', but what stands between or beside them makes them"
              + " something else")
          .formatted(words, name);
    }
    if (nearness instanceof Nearness.Variant variant) {
      return "names: %s is a variant of '%s' (%s), match is %s"
          .formatted(
              words, name, String.join("+", miss.hit().how()), lower(variant.match().name()));
    }
    List<String> missing = ((Nearness.Part) nearness).words();
    return "names: %s is part of '%s', but %s not there"
        .formatted(words, name, list(missing) + (missing.size() == 1 ? " is" : " are"));
  }

  private String ofQuery(Obstacle obstacle) {
    if (obstacle instanceof Obstacle.Absent absent) {
      return "nothing of %s stands in the text".formatted(cut(absent.part()));
    }
    if (obstacle instanceof Obstacle.OutOfScope out) {
      return "%s has only %s, which does not count there".formatted(cut(out.part()), at(out.hit()));
    }
    if (obstacle instanceof Obstacle.Apart apart) {
      String where =
          apart.words() == 0
              ? "in different fields"
              : apart.words() > apart.most()
                  ? apart.words() + " words apart, at most " + apart.most() + " are allowed"
                  : "in the other order";
      return "%s: %s and %s are %s"
          .formatted(cut(apart.part()), at(apart.left()), at(apart.right()), where);
    }
    if (obstacle instanceof Obstacle.Excluded excluded) {
      Hit hit = excluded.hit();
      return "NOT %s, but %s"
          .formatted(cut(excluded.part()), hit == null ? "so it is" : at(hit) + " is there");
    }
    Obstacle.Otherwise otherwise = (Obstacle.Otherwise) obstacle;
    return "%s, but the article has '%s'".formatted(otherwise.part(), otherwise.known());
  }

  /** The mentions that it is about, the one that explains best first; none if it is about none. */
  public static List<Hit> hits(Obstacle obstacle) {
    if (obstacle instanceof Obstacle.QuietZone quiet) {
      return List.of(quiet.hit());
    }
    if (obstacle instanceof Obstacle.Alone alone) {
      return Stream.concat(Stream.of(alone.hit()), alone.elsewhere().stream()).toList();
    }
    if (obstacle instanceof Obstacle.SomebodyElse other) {
      return List.of(other.other());
    }
    if (obstacle instanceof Obstacle.LowScore low) {
      return List.of(low.hit());
    }
    if (obstacle instanceof Obstacle.NearMiss miss) {
      return List.of(miss.hit());
    }
    if (obstacle instanceof Obstacle.OutOfScope out) {
      return List.of(out.hit());
    }
    if (obstacle instanceof Obstacle.Apart apart) {
      return List.of(apart.left(), apart.right());
    }
    return obstacle instanceof Obstacle.Excluded excluded && excluded.hit() != null
        ? List.of(excluded.hit())
        : List.of();
  }

  private static String at(Hit hit) {
    return "'%s' at %d in %s".formatted(Ink.clean(hit.surface()), hit.start(), zone(hit));
  }

  private static String zone(Hit hit) {
    return lower(hit.zone().name());
  }

  private static String list(Collection<String> words) {
    return String.join(", ", words.stream().sorted().map(word -> "'" + word + "'").toList());
  }

  private static String cut(String part) {
    return part.length() <= 80 ? part : part.substring(0, 77) + "...";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
