package dev.vedette.cli;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.PersonName;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import dev.vedette.language.Pronunciations.Written;
import dev.vedette.language.Words;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How the names of an entry may be written elsewhere; only such spellings as it finds. */
final class Spellings {

  /** Whose press is shown; the matcher knows more of them. */
  private static final List<String> SHOWN =
      List.of(
          "de", "fr", "es", "it", "nl", "pl", "cs", "hu", "tr", "pt", "ru", "sr", "hy", "ka", "ja");

  /** The same for Korean names, which other tables write. */
  private static final List<String> SHOWN_KOREAN = List.of("ko", "ja");

  /** A letter that folding takes for и with an accent. */
  private static final Pattern SHORT_I = Pattern.compile("([аеиоуыэюя])и");

  private final Predicate<String> found;

  /**
   * @param found whether the entry finds a text
   */
  Spellings(Predicate<String> found) {
    this.found = found;
  }

  /**
   * By script, each with its languages: {@code Latin: Sergej Schoigu (de)}; each text once. Of the
   * first name only, if it is a person's or a ship's, as other names are translated.
   */
  Map<String, List<String>> of(Entry entry) {
    Map<String, List<String>> byScript = new TreeMap<>();
    Kind kind = entry.kind();
    Name name = entry.names().get(0);
    PersonName.Origin origin = PersonName.of(name.text()).origin();
    boolean korean = kind == Kind.PERSON && origin == PersonName.Origin.KOREAN;
    if ((kind != Kind.PERSON && kind != Kind.VESSEL) || origin == PersonName.Origin.CHINESE) {
      return byScript;
    }
    Set<String> told = new HashSet<>(Set.of(String.join(" ", Words.of(name.text()))));
    for (String language : korean ? SHOWN_KOREAN : SHOWN) {
      written(name, korean ? Phonology.KOREAN : Phonology.COMMON, language)
          .filter(one -> told.add(String.join(" ", Words.of(one.word()))))
          .filter(one -> found.test(one.word()))
          .ifPresent(
              one ->
                  byScript
                      .computeIfAbsent(UScript.getName(one.script()), any -> new ArrayList<>())
                      .add(one.word() + " (" + language + ")"));
    }
    return byScript;
  }

  /** The whole name in an orthography; empty if it cannot be written in it. */
  private static Optional<Written> written(Name name, Phonology phonology, String language) {
    List<String> words = new ArrayList<>();
    int script = UScript.INVALID_CODE;
    for (String word : Words.of(name.text())) {
      Optional<Written> written =
          Pronunciations.written(word, Set.of(phonology)).stream()
              .filter(one -> one.orthography().equals(language))
              .findFirst();
      words.add(capitalised(written.map(Written::word).orElse(word)));
      script = written.map(Written::script).orElse(script);
    }
    if (!areOf(
        script, words)) { // some of them cannot be written so, or all are written as they are
      return Optional.empty();
    }
    String separator = script == UScript.KATAKANA ? "・" : script == UScript.HANGUL ? "" : " ";
    return Optional.of(new Written(String.join(separator, words), script, language));
  }

  private static boolean areOf(int script, List<String> words) {
    return script != UScript.INVALID_CODE
        && words.stream().allMatch(word -> UScript.hasScript(word.codePointAt(0), script));
  }

  private static String capitalised(String word) {
    int first = word.codePointAt(0);
    String rest = word.substring(Character.charCount(first));
    return Character.toString(Character.toTitleCase(first))
        + SHORT_I.matcher(rest).replaceAll("$1й");
  }
}
