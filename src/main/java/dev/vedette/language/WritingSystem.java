package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The orthographies that write one script; hyphens between the syllables are one of their own. */
final class WritingSystem {

  private static final WritingSystem NONE = new WritingSystem(UScript.INVALID_CODE, List.of());
  private static final WritingSystem[] BY_SCRIPT = byScript();

  private final int script;
  private final List<Orthography> all;
  private final Map<Phonology, Long> bits = new EnumMap<>(Phonology.class);
  private final Map<Phonology, Long> together = new EnumMap<>(Phonology.class);
  private final Map<Phonology, Chorus> choruses = new EnumMap<>(Phonology.class);

  private WritingSystem(int script, List<Orthography> all) {
    this.script = script;
    this.all = List.copyOf(all);
    if (all.size() > Long.SIZE) {
      throw new IllegalStateException(
          "%d orthographies of one script (expected: at most %d)".formatted(all.size(), Long.SIZE));
    }
    for (int at = 0; at < all.size(); at++) {
      add(all.get(at), 1L << at);
    }
    together.forEach((phonology, some) -> choruses.put(phonology, new Chorus(all, some)));
  }

  private void add(Orthography one, long bit) {
    bits.merge(one.phonology(), bit, (some, more) -> some | more);
    if (!one.isBySyllable()) {
      together.merge(one.phonology(), bit, (some, more) -> some | more);
    }
  }

  private static WritingSystem[] byScript() {
    TreeMap<Integer, List<Orthography>> tables = new TreeMap<>(OrthographyTables.byScript());
    WritingSystem[] systems = new WritingSystem[tables.lastKey() + 1];
    Arrays.fill(systems, NONE);
    tables.forEach((script, some) -> systems[script] = new WritingSystem(script, some));
    return systems;
  }

  /** That of a word, which is not empty; without orthographies if its letters are of no other. */
  static WritingSystem of(String word) {
    boolean hyphened = word.indexOf('-') > 0;
    int script = hyphened ? UScript.COMMON : UScript.getScript(word.codePointAt(0));
    return script < BY_SCRIPT.length ? BY_SCRIPT[script] : NONE;
  }

  /** Every one that has orthographies. */
  static List<WritingSystem> all() {
    return Arrays.stream(BY_SCRIPT).filter(one -> one != NONE).toList();
  }

  /** ICU's number of the script. */
  int script() {
    return script;
  }

  /** The likelier ones first. */
  List<Orthography> orthographies() {
    return all;
  }

  /** Those of a phonology, a bit for the place of each; the likelier ones are the lower. */
  long bits(Phonology phonology) {
    return bits.getOrDefault(phonology, 0L);
  }

  /** Those of them that its {@link #chorus} reads. */
  long together(Phonology phonology) {
    return together.getOrDefault(phonology, 0L);
  }

  /** Those of a phonology that can be read together; there must be some. */
  Chorus chorus(Phonology phonology) {
    return Objects.requireNonNull(choruses.get(phonology));
  }
}
