package dev.vedette.config;

import dev.vedette.watchlist.Name;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists of names: each a text, or a mapping that says how far a mention may differ. */
final class NameReader {

  private static final String EXPECTED = "a list of names";
  private static final Format<String> NAME =
      new Format<>(
          "a name with at least one letter or digit",
          t -> t.codePoints().anyMatch(Character::isLetterOrDigit) ? t.strip() : null);
  private static final Format<Integer> FUZZY = Formats.integer(0, 2, "0, 1 or 2 misprints");

  /** With one letter of fewer than this many changed, a name is likely to be another word. */
  private static final int LEAST_LETTERS_FOR_FUZZY = 5;

  private NameReader() {}

  /**
   * The names under a key.
   *
   * @param seen the names that stand in the entry already, to which these are added: one that is
   *     there twice is a mistake
   */
  static List<Name> read(Section entry, String key, Map<String, Value> seen) {
    List<Name> names = new ArrayList<>();
    for (Value item : entry.items(key, EXPECTED)) {
      boolean keys = item.isMapping() && !item.isTextWithColon(WatchlistKeys.NAME);
      Name name = keys ? mapping(item, seen) : text(item, seen);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** As {@link #read}, for names that stand under one key only. */
  static List<Name> read(Section entry, String key) {
    return read(entry, key, new HashMap<>());
  }

  private static @Nullable Name text(Value item, Map<String, Value> seen) {
    String text = item.as(NAME);
    return text == null || isSeen(text, item, seen) ? null : Name.of(text);
  }

  private static @Nullable Name mapping(Value item, Map<String, Value> seen) {
    Section section = item.section(WatchlistKeys.NAME);
    String text = section.require("name", NAME, "");
    Name.Mode match = section.get("match", Formats.oneOf(Name.Mode.class), Name.Mode.VARIANTS);
    int fuzzy = section.get("fuzzy", FUZZY, 0);
    boolean caseSensitive = section.get("case", Formats.BOOLEAN, false);
    Value written = section.value("name");
    if (text.isEmpty() || written == null || isSeen(text, written, seen)) {
      return null;
    }
    Value fuzzyValue = section.value("fuzzy");
    if (fuzzy > 0 && fuzzyValue != null && letters(text) < LEAST_LETTERS_FOR_FUZZY) {
      fuzzyValue.unexpected(
          "0, as %s has fewer than %d letters"
              .formatted(Words.quoted(text), LEAST_LETTERS_FOR_FUZZY));
    }
    return new Name(text, match, fuzzy, caseSensitive);
  }

  private static boolean isSeen(String text, Value item, Map<String, Value> seen) {
    Value first = seen.putIfAbsent(Normalizer.normalize(text, Normalizer.Form.NFC), item);
    if (first != null) {
      item.unexpected("each name once; it is in " + first.line() + " already");
    }
    return first != null;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
