package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharKindTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          LETTER         | aéßяאاहაԱ
          # a mark belongs to the letter before it, a letter in a circle is one
          LETTER         | \u064B\u0301\u093F\u24B6
          DIGIT          | 7٣７๓
          SYLLABLE       | 한ᄒ
          IDEOGRAPH      | 漢かカーㄅกລខက\uD840\uDC00
          # Thai above, Burmese behind, and the voice of a kana
          IDEOGRAPH_MARK | \u0E31\u102B
          SYMBOL         | &€²+#@%$＆\uD83D\uDE00
          APOSTROPHE     | '`’ʼ′׳＇
          HYPHEN         | -–·•−・\u200B
          BREAK          | \\n\\r\u000B\u0085\u2028
          PERIOD         | .．
          QUOTE          | "«»„“״＂
          OTHER          | ,;(。\u0000\u200D
          """)
  void isWhatAReaderTakesACharacterFor(CharKind kind, String characters) {
    characters
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .codePoints()
        .forEach(
            c ->
                assertThat(CharKind.of(c))
                    .as("U+%04X %s", c, Character.toString(c))
                    .isEqualTo(kind));
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({"0020", "0009", "00A0", "2009", "3000"})
  void isSpaceWhateverItsWidth(String hex) {
    assertThat(CharKind.of(Integer.parseInt(hex, 16))).isEqualTo(CharKind.SPACE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "LETTER, true, true, false",
    "DIGIT, true, true, false",
    "SYLLABLE, true, true, true",
    "IDEOGRAPH, true, true, true",
    "IDEOGRAPH_MARK, true, true, true",
    "SYMBOL, false, true, false",
    "APOSTROPHE, false, false, false",
    "SPACE, false, false, false",
    "OTHER, false, false, false"
  })
  void decidesWhatIsPartOfAWord(
      CharKind kind, boolean inWord, boolean significant, boolean unparted) {
    assertThat(kind.inWord()).isEqualTo(inWord);
    assertThat(kind.significant()).isEqualTo(significant);
    assertThat(kind.unparted()).isEqualTo(unparted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"漢, true", "한, true", "ก, true", "a, false", "я, false", "7, false"})
  void knowsScriptsThatDoNotPartWords(String letter, boolean unparted) {
    assertThat(CharKind.isUnparted(letter.codePointAt(0))).isEqualTo(unparted);
  }
}
