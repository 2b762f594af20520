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

/**
 * The given names and the father's name that may stand between the first given name and the
 * surname. A text may leave them out or shorten them, but another one is another person's.
 */
record MiddleNames(List<String> words, int surnameWords) {

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
    Set<Character> sounds = beginnings(one);
    Set<Character> others = beginnings(other);
    return one.charAt(0) == other.charAt(0)
        || sounds.isEmpty()
        || others.isEmpty()
        || others.stream().anyMatch(sounds::contains);
  }

  private static Set<Character> beginnings(String word) {
    Set<Character> sounds = new TreeSet<>();
    Pronunciations.of(word, EnumSet.of(Phonology.COMMON)).stream()
        .map(said -> said.sounds().charAt(0))
        .forEach(sound -> sounds.add(sound == 'u' ? 'v' : sound)); // Uladzimir is Vladimir
    return sounds;
  }
}
