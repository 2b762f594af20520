package dev.vedette.language;

import dev.vedette.language.Pronunciations.Listener;
import java.util.EnumMap;
import java.util.Map;
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

  /** What was read last in each orthography of a phonology, and how far it was looked at. */
  private static final class Last {

    private final @Nullable Units[] units;
    private final int[] looked;

    Last(int orthographies) {
      units = new Units[orthographies];
      looked = new int[orthographies];
    }
  }

  private WritingSystem system = WritingSystem.of("-");
  private final Map<Phonology, Last> last = new EnumMap<>(Phonology.class);
  private String form = "";
  private Units units = Units.of("");

  /** Tells the readings of a folded form in one phonology that may reach its end. */
  public void read(String another, Phonology phonology, Listener listener) {
    if (another.isEmpty()) {
      return;
    }
    turnTo(another);
    Orthography[] orthographies = system.orthographies(phonology);
    Last its = last.computeIfAbsent(phonology, some -> new Last(orthographies.length));
    for (int at = 0; at < orthographies.length; at++) {
      if (!isGivenUp(its.units[at], its.looked[at])) {
        units.rewind();
        orthographies[at].read(units, listener);
        its.looked[at] = units.looked();
        its.units[at] = units;
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
    WritingSystem its = WritingSystem.of(another);
    if (its != system) {
      system = its;
      last.clear();
    }
    form = another;
    units = Units.of(another);
  }

  private boolean isGivenUp(@Nullable Units before, int looked) {
    return before != null
        && before != units
        && units.inCommon(before) > looked
        && units.end(looked + 1) != form.length();
  }
}
