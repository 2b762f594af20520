package dev.vedette.watchlist;

import dev.vedette.language.NameWords;
import dev.vedette.language.PersonName;
import dev.vedette.language.PersonName.Part;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The given names and the father's name that may stand between the first given name and the
 * surname. A text may leave them out or shorten them, but another one is another person's.
 */
record MiddleNames(List<String> words, int surnameWords) {

  private static final int KNOWN_BITS = 10;

  /** What words begin with that were read lately: headlines ask again and again. */
  private static final @Nullable Known[] KNOWN = new Known[1 << KNOWN_BITS];

  private record Known(String word, Set<Character> sounds) {}

  static MiddleNames of(Name name) {
    PersonName person = PersonName.of(name.text());
    List<String> words =
        person.only(Part.GIVEN, Part.PATRONYMIC).stream()
            .skip(1)
            .filter(word -> !NameWords.isParticle(word))
            .toList();
    return new MiddleNames(words, person.surname().size());
  }

  /** Whether a word of a text may be the one at a place: it begins with the same sound. */
  boolean mayBe(int at, String word) {
    return at >= words.size() || beginAlike(words.get(at), word);
  }

  /** Whether two words may begin with the same sound; true where that cannot be told. */
  static boolean beginAlike(String one, String other) {
    if (one.charAt(0) == other.charAt(0)) {
      return true;
    }
    Set<Character> sounds = beginnings(one);
    Set<Character> others = beginnings(other);
    return sounds.isEmpty() || others.isEmpty() || others.stream().anyMatch(sounds::contains);
  }

  private static Set<Character> beginnings(String word) {
    int place = (word.hashCode() * 0x9E37_79B9) >>> (Integer.SIZE - KNOWN_BITS);
    Known known = KNOWN[place];
    if (known == null || !known.word.equals(word)) {
      known = new Known(word, read(word));
      KNOWN[place] = known;
    }
    return known.sounds;
  }

  private static Set<Character> read(String word) {
    Set<Character> sounds = new TreeSet<>();
    Pronunciations.of(word, EnumSet.of(Phonology.COMMON)).stream()
        .map(said -> said.sounds().charAt(0))
        .forEach(sound -> sounds.add(sound == 'u' ? 'v' : sound)); // Uladzimir is Vladimir
    return Set.copyOf(sounds);
  }
}
