package dev.vedette.language;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Mandarin readings of Chinese characters, as words and as surnames: those of ICU, and of a
 * table of characters that have several.
 */
final class HanSounds {

  private static final List<Transliterator> READERS =
      List.of(
          Transliterator.getInstance("Han-Latin"), Transliterator.getInstance("Han-Latin/Names"));
  private static final Map<String, Set<String>> SEVERAL = several();
  private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

  private HanSounds() {}

  /** The readings of a folded character, as {@link Mandarin} spells them; empty if unknown. */
  static List<String> of(String character) {
    return KNOWN.computeIfAbsent(character, HanSounds::find);
  }

  private static List<String> find(String character) {
    Set<String> found = new LinkedHashSet<>();
    for (Transliterator reader : READERS) {
      String read = reader.transliterate(character).strip();
      if (!read.equals(character)) {
        found.add(Mandarin.spelled(withoutTone(read)));
      }
    }
    found.addAll(SEVERAL.getOrDefault(character, Set.of()));
    return List.copyOf(found);
  }

  /** Takes off the accents of tones, but not the two dots of {@code ü}. */
  private static String withoutTone(String syllable) {
    StringBuilder plain = new StringBuilder();
    Normalizer2.getNFDInstance()
        .normalize(syllable)
        .codePoints()
        .filter(c -> c == '\u0308' || (c >= 'a' && c <= 'z'))
        .forEach(plain::appendCodePoint);
    return Normalizer2.getNFCInstance().normalize(plain);
  }

  private static Map<String, Set<String>> several() {
    Map<String, Set<String>> found = new HashMap<>();
    for (Table.Row row : Table.rows("names/chinese-readings.tsv")) {
      List<String> readings = new ArrayList<>(row.cells().subList(1, row.cells().size()));
      readings.replaceAll(Mandarin::spelled);
      found.put(row.cells().get(0), Set.copyOf(readings));
    }
    return Map.copyOf(found);
  }
}
