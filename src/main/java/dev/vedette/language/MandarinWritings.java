package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the syllables of Mandarin are written in one script, in all of its schools at once: folded
 * writings, the Pinyin syllables that each may stand for, and who writes so.
 */
final class MandarinWritings {

  static final String PINYIN = "zh-pinyin";
  static final String WADE_GILES = "zh-wadegile";

  /** Before the label of every orthography of Mandarin. */
  static final String LABEL = "zh-";

  /**
   * A syllable that some letters may stand for.
   *
   * @param pinyin as {@link Mandarin} spells it
   * @param schools a bit for each that writes it so
   */
  record Sound(String pinyin, int schools) {}

  private final List<String> labels = new ArrayList<>();
  private final Map<String, List<Sound>> sounds = new HashMap<>();
  private int longest;

  private MandarinWritings() {}

  /** By ICU's number of the script. */
  static Map<Integer, MandarinWritings> byScript() {
    Map<String, String> wadeGiles = new LinkedHashMap<>();
    MandarinWritings latin = new MandarinWritings();
    for (Tsv.Row row : Tsv.load("names/chinese-syllables.tsv", "pinyin", "other writings")) {
      wadeGiles.put(row.cell(0), String.join("|", row.words(1)));
      latin.add(PINYIN, row.cell(0), row.cell(0));
    }
    wadeGiles.forEach((pinyin, writings) -> latin.add(WADE_GILES, pinyin, writings));
    Map<Integer, MandarinWritings> found = new HashMap<>();
    found.put(UScript.LATIN, latin);
    for (String table : List.of("latin", "cyrillic", "other")) {
      for (MandarinParts school : MandarinParts.table("sounds/chinese-" + table + ".tsv")) {
        MandarinWritings script =
            found.computeIfAbsent(school.script(), any -> new MandarinWritings());
        wadeGiles
            .keySet()
            .forEach(pinyin -> script.add(LABEL + school.label(), pinyin, school.write(pinyin)));
      }
    }
    return Map.copyOf(found);
  }

  /** The longest writing of a syllable. */
  int longest() {
    return longest;
  }

  /** The schools that a bit each stands for, from the lowest. */
  List<String> labels() {
    return labels;
  }

  /** What some letters may stand for; empty if they are no syllable. */
  List<Sound> sounds(String letters) {
    return sounds.getOrDefault(letters, List.of());
  }

  private void add(String label, String pinyin, String writings) {
    if (!labels.contains(label)) {
      labels.add(label);
    }
    for (String writing : writings.isEmpty() ? new String[0] : writings.split("\\|")) {
      String letters = MandarinLetters.of(writing).toString();
      longest = Math.max(longest, letters.length());
      add(letters, new Sound(Mandarin.spelled(pinyin), 1 << labels.indexOf(label)));
    }
  }

  private void add(String letters, Sound sound) {
    List<Sound> some = sounds.computeIfAbsent(letters, any -> new ArrayList<>());
    for (int at = 0; at < some.size(); at++) {
      if (some.get(at).pinyin().equals(sound.pinyin())) {
        some.set(at, new Sound(sound.pinyin(), some.get(at).schools() | sound.schools()));
        return;
      }
    }
    some.add(sound);
  }
}
