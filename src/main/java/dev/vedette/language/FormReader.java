package dev.vedette.language;

import dev.vedette.language.Pronunciations.Listener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a word and what it may be a form of, as {@link Pronunciations#read} does, with a listener
 * that stops for the same sounds always.
 *
 * <p>Such words mostly begin alike, and most readings are given up after a few letters. Where no
 * letter was looked at beyond those that two words have in common, the second is not read: the
 * listener would hear nothing else, and never its end.
 */
public final class FormReader {

  private List<Orthography> orthographies = List.of();
  private @Nullable Units[] lastRead = new Units[0];
  private int[] looked = new int[0];
  private String form = "";
  private Units units = Units.of("");

  /** Tells the readings of a folded form in one phonology that may reach its end. */
  public void read(String another, Phonology phonology, Listener listener) {
    if (another.isEmpty()) {
      return;
    }
    turnTo(another);
    for (int at = 0; at < looked.length; at++) {
      if (orthographies.get(at).phonology() == phonology && !isGivenUp(at)) {
        units.rewind();
        orthographies.get(at).read(units, listener);
        looked[at] = units.looked();
        lastRead[at] = units;
      }
    }
    if (phonology == Phonology.CHINESE) {
      Mandarin.read(another, listener);
    }
  }

  private void turnTo(String another) {
    if (another.equals(form)) {
      return;
    }
    form = another;
    units = Units.of(another);
    List<Orthography> its = Pronunciations.of(another);
    if (its != orthographies) {
      orthographies = its;
      lastRead = new Units[its.size()];
      looked = new int[its.size()];
    }
  }

  private boolean isGivenUp(int at) {
    Units last = lastRead[at];
    return last != null
        && last != units
        && units.inCommon(last) > looked[at]
        && units.end(looked[at] + 1) != form.length();
  }
}
