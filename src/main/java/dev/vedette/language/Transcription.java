package dev.vedette.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How an orthography may write what was said: its rules backwards. Of all ways to put the sounds
 * together out of the rules' letters the cheapest is taken that is read back as those sounds, since
 * a rule's conditions look at letters that are not chosen yet. Marks are left out, as words have
 * none here.
 */
final class Transcription {

  /** Ways that are followed at each place; more are not needed to find one that is read back. */
  private static final int MOST_WAYS = 30;

  private final Orthography orthography;
  private final String sounds;

  /**
   * Letters for the first sounds.
   *
   * @param cost more for unlikely readings, for letters that say nothing, and for many of them
   */
  private record Way(String letters, int cost) {}

  private Transcription(Orthography orthography, String sounds) {
    this.orthography = orthography;
    this.sounds = sounds;
  }

  /** The likeliest spelling; empty if there is none. */
  static Optional<String> of(Orthography orthography, String sounds) {
    return new Transcription(orthography, sounds).likeliest();
  }

  private Optional<String> likeliest() {
    List<List<Way>> ways = new ArrayList<>();
    for (int at = 0; at <= sounds.length(); at++) {
      ways.add(new ArrayList<>());
    }
    ways.get(0).add(new Way("", 0));
    for (int at = 0; at < sounds.length(); at++) {
      List<Way> here = best(ways.get(at));
      for (Orthography.Rule rule : orthography.rules()) {
        extend(rule, at, here, ways);
      }
    }
    return best(ways.get(sounds.length())).stream()
        .map(way -> Units.composed(way.letters))
        .filter(letters -> isRead(orthography, letters, sounds))
        .findFirst();
  }

  private void extend(Orthography.Rule rule, int at, List<Way> here, List<List<Way>> ways) {
    for (int choice = 0; choice < rule.sounds().size(); choice++) {
      String said = rule.sounds().get(choice);
      int end = at + said.length();
      boolean fits =
          !said.isEmpty()
              && sounds.startsWith(said, at)
              && (!rule.first() || at == 0)
              && (!rule.last() || end == sounds.length());
      if (fits) {
        int cost = 4 + 3 * choice + rule.letters().length() + 2 * rule.conditions();
        here.forEach(
            way -> ways.get(end).add(new Way(way.letters + rule.letters(), way.cost + cost)));
      }
    }
  }

  private static List<Way> best(List<Way> ways) {
    return ways.stream()
        .sorted(Comparator.comparingInt(Way::cost).thenComparing(Way::letters))
        .limit(MOST_WAYS)
        .toList();
  }

  /** Whether letters may be read as sounds in an orthography. */
  static boolean isRead(Orthography orthography, String letters, String sounds) {
    boolean[] same = {false};
    orthography.read(
        Units.of(letters),
        (hash, said, end, label) -> {
          same[0] |= end == letters.length() && sounds.contentEquals(said);
          return !same[0];
        });
    return same[0];
  }
}
