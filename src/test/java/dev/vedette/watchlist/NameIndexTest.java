package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.text.CharKind;
import dev.vedette.text.Folded;
import dev.vedette.text.RandomText;
import dev.vedette.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The index may only ever save work, never change an answer: it is held against a naive twin. */
class NameIndexTest {

  private static final int LONGEST_MENTION = 80;

  private static final String[] SYLLABLES = {
    "kim", "jong", "un", "ver", "us", "Šoj", "gú", "Шой", "гу", "Ёж", "αθή", "νας", "محمد", "عل",
    "김정", "은", "绍伊", "古", "ショイ", "グ", "เซอร์", "เกย์", "हिन्", "दी", "23", "152", "x"
  };

  private static final String[] PARTS = {" ", " ", " ", "-", "'"};

  private static final String[] SEPARATORS = {
    "", "", "", " ", "  ", "-", "–", "’", "\u00A0", "\n", "-\n", "\n\n", "\u00AD", "\u200F", ",",
    "«", "·"
  };

  @Test
  void findsWhatTryingEveryNameAtEveryPlaceFinds() {
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    int mentions = 0;
    for (int round = 0; round < 300; round++) {
      List<String> names = names(random);
      String text = text(random, names);
      List<String> indexed = indexed(names, text);
      assertThat(indexed)
          .as("seed %d, names %s, text '%s'", seed, names, text)
          .isEqualTo(naive(names, text));
      mentions += indexed.size();
    }
    assertThat(mentions)
        .as("seed %d: mentions that were there to be found", seed)
        .isGreaterThan(300);
  }

  private static List<String> indexed(List<String> names, String text) {
    List<Spelling> spellings = names.stream().map(name -> Spelling.of(Name.of(name))).toList();
    TreeSet<String> found = new TreeSet<>();
    NameIndex.of(spellings.size(), spellings::get)
        .find(
            Tokens.of(text),
            (name, window, from, to) -> {
              assertThat(window.text().surface(from, to))
                  .isEqualTo(text.substring(window.start(from), window.end(to)));
              found.add(names.get(name) + " @" + window.start(from) + ".." + window.end(to));
            });
    return List.copyOf(found);
  }

  private static List<String> naive(List<String> names, String text) {
    Folded folded = Folded.of(text);
    String coded = coded(folded);
    TreeSet<String> found = new TreeSet<>();
    for (String name : names) {
      Pattern pattern = Pattern.compile(rules(Folded.of(name)));
      for (int from = 0; from < folded.length(); from++) {
        for (int to = from + 1; to <= Math.min(folded.length(), from + LONGEST_MENTION); to++) {
          if (folded.boundary(from)
              && folded.boundary(to)
              && pattern.matcher(coded).region(from, to).useTransparentBounds(true).matches()) {
            found.add(name + " @" + folded.start(from) + ".." + folded.end(to - 1));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Letters as they are, all else by what it is. */
  private static String coded(Folded text) {
    StringBuilder coded = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      coded.append(
          switch (text.kind(at)) {
            case SPACE, HYPHEN, APOSTROPHE, QUOTE, BREAK -> text.kind(at).name().charAt(0);
            case SYMBOL, PERIOD, OTHER -> '#';
            default -> (char) text.point(at);
          });
    }
    return coded.toString();
  }

  private static String rules(Folded name) {
    return rules(name, false) + "|(?<![가-힣])(?:" + rules(name, true) + ")";
  }

  private static String rules(Folded name, boolean spacedHangul) {
    StringBuilder rules = new StringBuilder();
    boolean parted = false;
    for (int at = 0; at < name.length(); at++) {
      if (!name.kind(at).significant()) {
        parted = true;
        continue;
      }
      if (at > 0) {
        String more = inUnspaced(name, at, spacedHangul);
        rules.append(parted ? "[SHAQ]*B?[SHAQ]*" : "(?:[HA]*|[HA]*HB" + more + ")");
      }
      rules.append((char) name.point(at));
      parted = false;
    }
    return rules.toString();
  }

  private static String inUnspaced(Folded name, int at, boolean spacedHangul) {
    String around = name.toString().substring(at - 1, at + 1);
    if (around.matches("[가-힣]{2}")) {
      long left = name.toString().substring(at).chars().filter(Character::isLetterOrDigit).count();
      return spacedHangul && left > 1 ? "|S" : "";
    }
    return name.kind(at) == CharKind.IDEOGRAPH && around.matches("[\\u0E00-\\u9FFF]{2}")
        ? "|[SB]"
        : "";
  }

  private static List<String> names(Random random) {
    List<String> names = new ArrayList<>();
    for (int left = 1 + random.nextInt(8); left > 0; left--) {
      StringBuilder name = new StringBuilder(any(SYLLABLES, random) + any(SYLLABLES, random));
      for (int more = random.nextInt(4); more > 0; more--) {
        name.append(any(PARTS, random)).append(any(SYLLABLES, random));
      }
      if (isPlain(name.toString())) {
        names.add(name.toString());
      }
    }
    return names;
  }

  /** Rules for short names and for letters beside digits are told in {@link NamesTest}. */
  private static boolean isPlain(String name) {
    return name.codePoints().filter(Character::isLetterOrDigit).count() >= 6
        && !Pattern.compile("\\p{L}\\d|\\d\\p{L}|x").matcher(name).find();
  }

  private static String text(Random random, List<String> names) {
    StringBuilder text = new StringBuilder(noise(random));
    for (String name : names) {
      for (int left = random.nextInt(4); left > 0; left--) {
        text.append(any(SEPARATORS, random)).append(dressed(name, random)).append(noise(random));
      }
    }
    return text.toString();
  }

  private static String dressed(String name, Random random) {
    StringBuilder dressed = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      String letter = name.substring(at, at + 1);
      boolean separator = " -'".contains(letter);
      if (separator || random.nextInt(40) == 0) {
        dressed.append(any(SEPARATORS, random));
      }
      if (!separator) {
        dressed.append(random.nextInt(4) == 0 ? letter.toUpperCase(Locale.ROOT) : letter);
      }
    }
    return dressed.toString();
  }

  private static String noise(Random random) {
    return random.nextInt(2) == 0 ? " " : RandomText.of(random, 6).replace('.', ';');
  }

  private static String any(String[] some, Random random) {
    return some[random.nextInt(some.length)];
  }
}
