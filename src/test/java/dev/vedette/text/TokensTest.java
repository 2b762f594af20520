package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.text.Tokens.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  /** The fast pass may only ever save work: it is held against the careful one. */
  @Test
  void areTheWordsOfTheFoldedText() {
    long seed = Long.getLong("vedette.seed", 20_261_125L);
    Random random = new Random(seed);
    Tokens tokens = new Tokens();
    for (int round = 0; round < 20_000; round++) {
      String text = RandomText.of(random, 24);
      tokens.read(text);
      assertThat(shown(tokens)).as("seed %d, '%s'", seed, text).isEqualTo(naive(text));
    }
  }

  private static List<String> shown(Tokens tokens) {
    List<String> shown = new ArrayList<>();
    for (int token = 0; token < tokens.count(); token++) {
      shown.add(
          tokens.word(token)
              + " "
              + tokens.shape(token)
              + " "
              + tokens.start(token)
              + ".."
              + tokens.end(token));
      assertThat(tokens.hash(token)).isEqualTo(Tokens.hash(tokens.word(token)));
    }
    return shown;
  }

  private static List<String> naive(String text) {
    Folded folded = Folded.of(text);
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < folded.length()) {
      Shape shape = shape(folded, from);
      int to = from + 1;
      while (shape != null
          && shape != Shape.SYMBOL
          && to < folded.length()
          && shape(folded, to) == shape) {
        to++;
      }
      if (shape != null) {
        words.add(
            folded.toString(from, to)
                + " "
                + shape
                + " "
                + folded.start(from)
                + ".."
                + folded.end(to - 1));
      }
      from = to;
    }
    return words;
  }

  private static Shape shape(Folded text, int at) {
    return switch (text.kind(at)) {
      case LETTER, DIGIT -> Shape.WORD;
      case SYLLABLE -> Shape.HANGUL;
      case IDEOGRAPH, IDEOGRAPH_MARK -> Scripts.shape(text.point(at));
      case SYMBOL -> Shape.SYMBOL;
      default -> null;
    };
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what stands between two words
          Jong Un     | SPACE
          Jong  Un    | SPACE MANY
          Jong-un     | HYPHEN
          d’Angelo    | APOSTROPHE
          S. Lavrov   | SPACE PERIOD MANY
          a .b        | SPACE OTHER MANY
          Kim, Jong   | SPACE COMMA MANY
          Kim،Jong    | COMMA
          a,,b        | COMMA OTHER MANY
          «a» «b      | SPACE QUOTE MANY
          a\\nb       | BREAK
          a\\r\\nb    | BREAK
          a\\n\\nb    | BREAK BREAKS MANY
          a; b        | SPACE OTHER MANY
          # scripts that meet have nothing between them
          KB국민      | ''
          """)
  void knowWhatPartsThem(String text, String gap) {
    Tokens tokens = Tokens.of(text.replace("\\n", "\n").replace("\\r", "\r"));

    assertThat(gap(tokens.gap(1))).isEqualTo(gap);
  }

  private static String gap(int bits) {
    String[] names = {
      "SPACE",
      "BREAK",
      "BREAKS",
      "HYPHEN",
      "APOSTROPHE",
      "QUOTE",
      "PERIOD",
      "COMMA",
      "OTHER",
      "MANY"
    };
    List<String> found = new ArrayList<>();
    for (int bit = 0; bit < names.length; bit++) {
      if ((bits & 1 << bit) != 0) {
        found.add(names[bit]);
      }
    }
    return String.join(" ", found);
  }

  @Test
  void sayWhereTheirLettersStand() {
    Tokens tokens = Tokens.of("Kim 金ｶﾞ恩 ภี");

    assertThat(tokens.size(0)).isEqualTo(3);
    assertThat(tokens.letter(tokens.from(0) + 1)).isEqualTo('i');
    // inside a word only the word has a place
    assertThat(tokens.startOf(0, tokens.from(0) + 1)).isZero();
    assertThat(tokens.endOf(0, tokens.from(0) + 1)).isEqualTo(3);
    assertThat(tokens.word(1)).isEqualTo("金");
    assertThat(tokens.word(2)).isEqualTo("ガ");
    assertThat(tokens.startOf(2, tokens.from(2))).isEqualTo(5);
    assertThat(tokens.endOf(2, tokens.to(2))).isEqualTo(7);
    assertThat(tokens.letterAt(2, 5)).isEqualTo(tokens.from(2));
    assertThat(tokens.letterAt(3, 7)).isEqualTo(tokens.from(3));
    assertThat(tokens.letterAt(3, 0)).as("before all").isEqualTo(tokens.from(3));
  }

  @Test
  void aLetterOfTwoUnitsHasOnePlace() {
    Tokens tokens = Tokens.of("中\uD840\uDC00国");
    int from = tokens.from(0);

    assertThat(tokens.size(0)).isEqualTo(4);
    assertThat(tokens.letterAt(0, 1)).isEqualTo(from + 1);
    assertThat(tokens.letterAt(0, 3)).isEqualTo(from + 3);
    assertThat(tokens.startOf(0, from + 2)).isEqualTo(1);
    assertThat(tokens.endOf(0, from + 2)).isEqualTo(3);
    assertThat(tokens.isBoundary(from + 1)).isTrue();
    assertThat(tokens.isBoundary(from + 2)).isFalse();
    assertThat(tokens.isBoundary(tokens.to(0))).as("behind all").isTrue();
  }

  @Test
  void noWordBeginsWithAMark() {
    Tokens tokens = Tokens.of("ดี");

    assertThat(tokens.isBoundary(tokens.from(0))).isTrue();
    assertThat(tokens.isBoundary(tokens.from(0) + 1)).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a full stop that stands next, also behind what is not to be seen
          S. Lavrov   | 2
          S Lavrov    | 1
          S\u00AD. L | 3
          S, L        | 1
          S           | 1
          S.          | 2
          S\u00AD    | 1
          S .         | 1
          """)
  void sayWhereAFullStopEnds(String text, int end) {
    assertThat(Tokens.of(text.replace("\\u00AD", "\u00AD")).endWithPeriod(0)).isEqualTo(end);
  }

  @Test
  void areHashedOneAfterTheOther() {
    Tokens tokens = Tokens.of("Kim Jong");
    long empty = Tokens.seed();

    assertThat(Tokens.extend(empty, 'k')).isEqualTo(Tokens.hash("k"));
    assertThat(tokens.extend(empty, 0)).isEqualTo(tokens.hash(0));
    assertThat(tokens.extend(tokens.hash(0), 1)).isEqualTo(Tokens.hash("kimjong"));
  }

  /** Nothing of a long text is left when a short one is read, nor is there no room for a longer. */
  @Test
  void readTextsOfAnyLengthOneAfterTheOther() {
    Tokens tokens = new Tokens();
    for (int length : new int[] {0, 1, 63, 64, 65, 5_000, 3, 40_000, 0}) {
      String text = "㍿ Ａ中".repeat(length);
      tokens.read(text);
      assertThat(shown(tokens)).isEqualTo(naive(text));
      assertThat(tokens.text()).isEqualTo(text);
      assertThat(tokens.capitals()).isEqualTo(length);
    }
  }

  @Test
  void knowCapitals() {
    Tokens tokens = Tokens.of("Шойгу шойгу 쇼이구 შოიგუ 18");

    assertThat(List.of(tokens.isCapital(0), tokens.isCapital(1), tokens.isCapital(2)))
        .containsExactly(true, false, false);
    assertThat(List.of(tokens.isLower(0), tokens.isLower(1), tokens.isLower(2), tokens.isLower(3)))
        .containsExactly(false, true, false, false);
    assertThat(tokens.capitals()).isEqualTo(1);
  }

  @Test
  void knowThePlacesOfLettersWhereWordsAreNotParted() {
    Tokens tokens = Tokens.of("x か\u3099々");

    int token = 1;
    assertThat(tokens.word(token)).isEqualTo("が々");
    assertThat(tokens.startOf(token, tokens.from(token) + 1)).isEqualTo(4);
    assertThat(tokens.endOf(token, tokens.from(token) + 1)).isEqualTo(4);
  }
}
