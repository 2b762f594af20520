package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      textBlock =
          """
          # case
          SHOIGU                , shoigu
          Straße                , strasse
          İSTANBUL              , istanbul
          Diyarbakır            , diyarbakir
          ΟΔΥΣΣΕΎΣ              , οδυσσευσ
          # accents, composed or not; in Latin, Greek, Cyrillic, Arabic, Hebrew
          Šojgu                 , sojgu
          S\u030Cojgu           , sojgu
          Choïgou               , choigou
          Шойгу                 , шоигу
          Королёв               , королев
          Αθήνα                 , αθηνα
          مُحَمَّد              , محمد
          أحمد                  , احمد
          שָׁלוֹם               , שלום
          Nguyễn                , nguyen
          # letters that have no decomposition
          Łódź                  , lodz
          Øresund Đà Nẵng       , oresund da nang
          Æsir Œuvre Þór        , aesir oeuvre thor
          # the same letter in other hands
          ایرانی کرج            , ايراني كرج
          # tatweel, soft hyphens, joiners and direction marks are not there
          محمـــد               , محمد
          Shoi\u00ADgu          , shoigu
          می\u200Cخواهم         , ميخواهم
          \u200FShoigu\u200E    , shoigu
          # width, ligatures, units; digits of every script
          ＫＮ－２３            , kn－23
          ﬁnance                , finance
          １５２㎜              , 152mm
          ١٥٢                   , 152
          ｼｮｲｸﾞ                 , ショイグ
          # marks that make another letter stay
          ハグ                  , ハグ
          ดี                    , ดี
          हिन्दी                , हिन्दी
          쇼이구                , 쇼이구
          \u1109\u116D\u110B\u1175 , 쇼이
          # Chinese characters are simplified, from Taiwan's forms and from Japan's
          歐爾班                , 欧尔班
          沢 澤 泽              , 泽 泽 泽
          # signs beside a word are not letters of it
          Versor™ m²            , versor™ m²
          ①쇼이구               , ①쇼이구
          """)
  void foldsLettersAndNothingElse(String text, String folded) {
    assertThat(Folded.of(text)).hasToString(folded);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # between letters and others
          Shoigu said           , Shoigu|_|said
          Shoigu's              , Shoigu|'|s
          Jong-un               , Jong|-|un
          s.r.o.                , s|.|r|.|o|.
          # not between letters and digits
          152mm                 , 152mm
          KN-234                , KN|-|234
          # nor inside a number
          '1,152 mm'            , '1,152|_|mm'
          3.5                   , 3.5
          'KN-23, 24'           , 'KN|-|23|,|_|24'
          # everywhere in scripts that do not part words, and beside them
          KN-23导弹             , KN|-|23|导|弹
          导弹KN-23             , 导|弹|KN|-|23
          쇼이구가              , 쇼|이|구|가
          # but not before a mark, nor in what was one character
          ดีมาก                 , ดี|ม|า|ก
          ㍿                    , ㍿
          # the footnote's digit is not the name's
          Shoigu²               , Shoigu|²
          """)
  void knowsWhereWordsBeginAndEnd(String text, String parted) {
    Folded folded = Folded.of(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = folded.nextBoundary(0); from < folded.length(); at = folded.nextBoundary(at)) {
      out.append(from == 0 ? "" : "|").append(folded.surface(from, at).replace(' ', '_'));
      from = at;
    }
    assertThat(out).hasToString(parted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          one two three         , 1 1 1 1 2 2 2 2 3 3 3 3 3
          Ok-ok                 , 1 1 1 2 2
          导弹 ab               , 1 2 2 3 3
          쇼이 구               , 1 1 1 2
          """)
  void countsWords(String text, String numbers) {
    StringBuilder out = new StringBuilder();
    for (int number : Folded.of(text).wordNumbers()) {
      out.append(out.isEmpty() ? "" : " ").append(number);
    }
    assertThat(out).hasToString(numbers);
  }

  @Test
  void aLetterReachesToTheEndOfItsMarks() {
    Folded folded = Folded.of("e\u0301\u0308x");

    assertThat(folded.surface(0, 1)).isEqualTo("e\u0301\u0308");
    assertThat(folded.start(1)).isEqualTo(3);
  }

  @Test
  void whatIsInvisibleBelongsToNoLetter() {
    Folded folded = Folded.of("\u200Fab\u00AD\u200E c");

    assertThat(folded.surface(0, 2)).isEqualTo("ab");
  }

  @Test
  void carriageReturnAndLineFeedAreOneBreak() {
    Folded folded = Folded.of("a\r\nb\n\r\nc");

    assertThat(folded.length()).isEqualTo(6);
    assertThat(folded.kind(1)).isEqualTo(CharKind.BREAK);
    assertThat(folded.surface(1, 2)).isEqualTo("\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\uD83D", "\uDE00\uD83D", "a\uD800b", "\u0301", "\u200B", "\u0000", "ﷺ", "\r"})
  void anyStringCanBeFolded(String text) {
    Folded folded = Folded.of(text);

    for (int at = 0; at < folded.length(); at++) {
      assertThat(folded.surface(at, at + 1)).isNotEmpty();
    }
  }

  @Test
  void tenThousandMarksAreOneLetter() {
    String text = "S" + "\u0323\u0301".repeat(5_000) + "hoigu";

    Folded folded = Folded.of(text);

    assertThat(folded).hasToString("shoigu");
    assertThat(folded.end(0)).isEqualTo(10_001);
  }

  @Test
  void tenMegabytesAreFoldedInOneGo() {
    String text = "Šojgu 쇼이구 ".repeat(1_000_000);

    assertThat(Folded.of(text).length()).isEqualTo(text.length());
  }

  /** The places in the original rise with the folded characters and can be found back. */
  @Test
  void placesRiseAndLeadBack() {
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String text = RandomText.of(random, 60);
      Folded folded = Folded.of(text);
      for (int at = 0; at < folded.length(); at++) {
        String place = "seed " + seed + ", '" + text + "' at " + at;
        assertThat(folded.start(at)).as(place).isLessThan(folded.end(at));
        if (at > 0 && folded.start(at) != folded.start(at - 1)) {
          assertThat(folded.start(at)).as(place).isGreaterThanOrEqualTo(folded.end(at - 1));
          assertThat(folded.indexAt(folded.start(at))).as(place).isEqualTo(at);
        }
      }
      assertThat(folded.indexAt(text.length())).isEqualTo(folded.length());
    }
  }
}
