package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese people in texts of all scripts; an empty cell: nobody, square brackets: a weak hit. */
class ChineseNamesFoundTest {

  private static String found(Kind kind, String name, String text) {
    Entry entry =
        new Entry(
            "e",
            kind,
            "e",
            List.of(Name.of(name)),
            List.of(),
            List.of(),
            List.of(),
            null,
            Severity.MEDIUM,
            Set.of(),
            Filters.NONE,
            null,
            Entry.Tests.NONE);
    Watchlist list = new Watchlist("list", "List", List.of(entry), false);
    return AnArticle.found(Watchlists.of(List.of(list), "v1"), AnArticle.body(text));
  }

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvFileSource(resources = "chinese-people.csv", maxCharsPerColumn = 500)
  void areFound(String name, String text, String surfaces) {
    assertThat(found(Kind.PERSON, name, text)).isEqualTo(surfaces == null ? "" : surfaces);
  }

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvSource(
      textBlock =
          """
          华为技术   , 與華為技術有限公司簽約 , 華為技術
          廣東銀行   , 广东银行宣布           , 广东银行
          瓦格纳集团 , 俄國瓦格納集團的       , 瓦格納集團
          浜松机械   , 濱松機械の             , 濱松機械
          豊田機械   , 豐田機械公司           , 豐田機械
          # another firm
          广东银行   , 廣西銀行               ,
          """)
  void organisationsAreFoundInEveryFormOfTheirCharacters(
      String name, String text, String surfaces) {
    assertThat(found(Kind.ORGANIZATION, name, text)).isEqualTo(surfaces == null ? "" : surfaces);
  }
}
