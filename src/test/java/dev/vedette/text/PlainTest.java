package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

  /** The tables hold what folding says, character by character. */
  @Test
  void saysWhatFoldingSays() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      byte kind = Plain.kind(c);
      if (kind == Plain.SPECIAL) {
        assertThat(isSpecial(c)).as("U+%04X", (int) c).isTrue();
        continue;
      }
      String folded = Folding.fold(c);
      assertThat(folded).as("U+%04X", (int) c).hasSize(1);
      assertThat(Plain.folded(c)).as("U+%04X", (int) c).isEqualTo(folded.charAt(0));
      assertThat(kind).as("U+%04X", (int) c).isEqualTo(Plain.kind((int) folded.charAt(0)));
      boolean letter = kind < Plain.SEPARATORS && Plain.shape(kind) == Tokens.Shape.WORD;
      assertThat(Plain.LETTERS[c])
          .as("U+%04X", (int) c)
          .isEqualTo(letter && c < 0x2E80 ? folded.charAt(0) : (char) 0);
    }
  }

  private static boolean isSpecial(char c) {
    return Character.isSurrogate(c)
        || !Folding.begins(c)
        || Folding.isInvisible(c)
        || Folding.fold(c).length() != 1;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A, CAPITAL",
    "Ш, CAPITAL",
    "İ, CAPITAL",
    "a, LOWER",
    "ш, LOWER",
    "ö, LOWER",
    // small letters that have no capital, and letters that are neither
    "ª, NEITHER",
    "ა, NEITHER",
    "ǅ, NEITHER",
    "中, NEITHER",
    "7, NEITHER"
  })
  void aCapitalIsOneInAScriptThatHasThem(String letter, String expected) {
    int known = Plain.caseOf(letter.charAt(0));

    assertThat(known == Tokens.CAPITAL ? "CAPITAL" : known == Tokens.LOWER ? "LOWER" : "NEITHER")
        .isEqualTo(expected);
    assertThat(Plain.caseOf(letter.codePointAt(0))).isEqualTo((byte) known);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          \\n | 1
          -   | 3
          '   | 4
          "   | 5
          .   | 6
          ,   | 7
          ،   | 7
          ;   | 8
          """)
  void whatPartsWordsHasItsBit(String sign, int bit) {
    assertThat(Plain.kind((int) sign.replace("\\n", "\n").charAt(0)))
        .isEqualTo((byte) (Plain.SEPARATORS + bit));
  }
}
