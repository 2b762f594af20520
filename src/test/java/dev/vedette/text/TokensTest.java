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
