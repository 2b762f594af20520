package dev.vedette.imports;

import dev.vedette.language.LegalForms;
import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.language.PersonName;
import dev.vedette.language.Words;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of a list that would mean too much, or somebody else, in running text. */
final class Doubts {

  /** Shorter abbreviations stand for many things. */
  private static final int SHORTEST_ABBREVIATION = 4;

  /** Fewer letters of a script without spaces are not a whole name. */
  private static final int SHORTEST_UNSPACED = 3;

  /** Common words that are no name together; three of them mostly are a body's. */
  private static final int MOST_COMMON_WORDS = 2;

  /** Every state has one, whatever it is called besides. */
  private static final String MINISTRY = "ministry";

  /** How many of a thousand people a name must be borne by to be one of many. */
  private static final double MANY = 2;

  /** In a short list two people of one name are nothing special. */
  private static final int LEAST_MANY = 5;

  private final Map<String, String> bearers = new HashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<String> manyBear = new HashSet<>();

  Doubts(List<Listed> entries) {
    Map<String, Integer> uses = new HashMap<>();
    int people = 0;
    for (Listed listed : entries) {
      Set<String> words = new HashSet<>();
      for (Alias alias : listed.aliases()) {
        String first = bearers.putIfAbsent(key(alias), listed.id());
        if (first != null && !first.equals(listed.id())) {
          shared.add(key(alias));
        }
        if (listed.kind() == Kind.PERSON) {
          words.addAll(content(alias, Kind.PERSON));
        }
      }
      people += listed.kind() == Kind.PERSON ? 1 : 0;
      words.forEach(word -> uses.merge(word, 1, Integer::sum));
    }
    double least = Math.max(LEAST_MANY, people * MANY / 1000);
    uses.forEach(
        (word, count) -> {
          if (count >= least) {
            manyBear.add(word);
          }
        });
  }

  /**
   * What speaks against a name; null if nothing does.
   *
   * @param listed whose name it is. The main one is not doubted for being somebody else's too, nor
   *     for being in the news every day: {@code HAMAS}
   */
  @Nullable Doubt of(Alias alias, Listed listed) {
    if (alias.weak()) {
      return Doubt.LISTED;
    }
    Alias main = listed.aliases().get(0);
    Doubt own =
        listed.kind() == Kind.PERSON ? ofPerson(alias) : ofOther(alias, main, listed.kind());
    return own == null && !alias.equals(main) && isShared(alias) ? Doubt.SHARED : own;
  }

  /** Whether two names are the same but for titles, legal forms and the like. */
  static boolean isSame(String one, String other, Kind kind) {
    return content(new Alias(one, false), kind).equals(content(new Alias(other, false), kind));
  }

  /** Whether somebody else is called so too. */
  boolean isShared(Alias alias) {
    return shared.contains(key(alias));
  }

  /**
   * How far a mention may differ. What is called by one word only, beside a legal form or an
   * article, is looked for as it is written: there is hardly a word that is not another one's
   * ending, spelling or translation: {@code Rusjan} would be {@code Russian}.
   */
  Name.Mode mode(Alias alias, Kind kind) {
    List<String> words = kind == Kind.PERSON ? Words.of(alias.text()) : content(alias, kind);
    boolean one = isOne(words);
    return one ? Name.Mode.FOLDED : Name.Mode.VARIANTS;
  }

  private @Nullable Doubt ofPerson(Alias alias) {
    List<String> words = content(alias, Kind.PERSON);
    if (isOne(words)) {
      return Doubt.ONE_NAME;
    }
    if (words.get(0).equals("the") && words.stream().allMatch(CommonWords::isProse)) {
      return Doubt.COMMON; // a nickname: The Teacher
    }
    return words.size() == 2 && manyBear.containsAll(words) ? Doubt.MANY_BEARERS : null;
  }

  private static @Nullable Doubt ofOther(Alias alias, Alias main, Kind kind) {
    List<String> words = content(alias, kind);
    boolean prose = words.stream().allMatch(CommonWords::isProse);
    boolean unspaced = words.stream().anyMatch(Doubts::isUnspaced);
    if (!unspaced && words.size() > 1 && letters(words) < SHORTEST_ABBREVIATION) {
      return Doubt.SHORT;
    }
    if (!isOne(words)) {
      return isGeneric(words) ? Doubt.COMMON : null;
    }
    if (kind == Kind.VESSEL && alias.text().chars().noneMatch(Character::isDigit)) {
      return Doubt.SHIP;
    }
    boolean known = words.stream().allMatch(CommonWords::isCommon);
    if (prose || (known && !content(main, kind).equals(words))) {
      return Doubt.COMMON;
    }
    return letters(words) < SHORTEST_ABBREVIATION ? Doubt.SHORT : null;
  }

  /** {@code Islamic Group}; and {@code Ministry of National Defence}, of any state. */
  private static boolean isGeneric(List<String> words) {
    boolean few = words.size() <= MOST_COMMON_WORDS;
    boolean anybodys =
        words.stream().noneMatch(word -> OrganisationWords.meanings(word).isEmpty())
            && (few || words.stream().anyMatch(Doubts::isMinistry));
    return anybodys || (few && words.stream().allMatch(CommonWords::isProse));
  }

  private static boolean isMinistry(String word) {
    return OrganisationWords.equivalent(word, MINISTRY);
  }

  private static int letters(List<String> words) {
    return String.join("", words).length();
  }

  /** Whether this is one word, or two syllables of a script that does not part words. */
  private static boolean isOne(List<String> words) {
    if (words.stream().anyMatch(Doubts::isUnspaced)) {
      return String.join("", words).length() < SHORTEST_UNSPACED;
    }
    return words.size() < 2;
  }

  private static boolean isUnspaced(String word) {
    return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** The folded words that tell whose name it is: no titles, particles, articles, legal forms. */
  private static List<String> content(Alias alias, Kind kind) {
    if (kind == Kind.PERSON) {
      return contentOfPerson(PersonName.of(alias.text()));
    }
    List<String> all = Words.of(alias.text());
    List<String> content = new ArrayList<>(LegalForms.core(all).of(all));
    content.removeIf(OrganisationWords::isLight);
    return content;
  }

  /** What would be a particle elsewhere is a syllable of East Asian names: {@code Kim Il Nam}. */
  private static List<String> contentOfPerson(PersonName name) {
    List<String> surname = name.surname();
    List<String> given = name.only(PersonName.Part.GIVEN, PersonName.Part.PATRONYMIC);
    boolean syllables =
        switch (name.origin()) {
          case KOREAN, CHINESE, VIETNAMESE -> true;
          case ARABIC, GENERAL -> false;
        };
    List<String> content = new ArrayList<>(syllables ? given : telling(given));
    List<String> family = telling(surname);
    content.addAll(syllables || family.isEmpty() ? surname : family);
    return content;
  }

  private static List<String> telling(List<String> words) {
    return words.stream()
        .filter(word -> !NameWords.isParticle(word) && !NameWords.isInitial(word))
        .toList();
  }

  private static String key(Alias alias) {
    return String.join(" ", Words.of(alias.text()));
  }
}
