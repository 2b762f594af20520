package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuredDataTest {

  private static StructuredData read(String json) {
    return StructuredData.of(
        Jsoup.parse("<script type='application/ld+json'>" + json + "</script>"),
        "https://post.example/b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {"@type":"NewsArticle","headline":"Harbour"}
          {"@type":["Thing","http://schema.org/BlogPosting"],"headline":"Harbour"}
          {"@graph":[{"@type":"WebSite"},{"@type":"Article","headline":"Harbour"}]}
          {"@type":"WebPage","mainEntity":{"@type":"Report","headline":"Harbour"}}
          # almost JSON
          <![CDATA[ {"@type":"Article","headline":"Harbour"} ]]>
          <!-- {"@type":"Article","headline":"Harbour"} -->
          {"@type":"Article","headline":"Harbour",}
          {"@type":"Article","description":"a\tb","headline":"Harbour"}
          # no JSON at all, but still to be read
          {"@type":"Article","description":"he said "no" to it","headline":"Harbour"}
          {"@type":"Article" "headline":"Harbou\\u0072"
          """)
  void findsTheArticle(String json) {
    assertThat(read(json).ofArticle("headline")).containsExactly("Harbour");
  }

  @Test
  void salvagesDatesAndAuthorsFromWhatIsNoJson() {
    StructuredData data =
        read(
            "{\"@type\":\"Article\",\"description\":\"he said \"no\"\","
                + "\"author\":[{\"@type\":\"Person\",\"name\":\"Jane Doe\"}],"
                + "\"datePublished\":\"2026-11-20\"}");

    assertThat(data.ofArticle("datePublished")).containsExactly("2026-11-20");
    assertThat(data.authors()).containsExactly(new StructuredData.Credit("Jane Doe", true));
  }

  @Test
  void takesThePagesOwnArticleBeforeThoseThatItLists() {
    assertThat(
            read("[{\"@type\":\"Article\",\"url\":\"https://post.example/a\",\"headline\":\"A\"},"
                    + "{\"@type\":\"Article\",\"mainEntityOfPage\":{\"@id\":\"https://post.example/b\"},"
                    + "\"headline\":\"B\"}]")
                .ofArticle("headline"))
        .containsExactly("B", "A");
  }

  @Test
  void survivesAnything() {
    assertThat(read("{\"a\":".repeat(5_000)).ofArticle("headline")).isEmpty();
    assertThat(read("[".repeat(5_000)).authors()).isEmpty();
    assertThat(
            read("{\"@type\":\"Article\" \"headline\":\"" + "\\n".repeat(100_000) + "\"}")
                .ofArticle("headline"))
        .isEmpty();
    assertThat(read("{\"@type\":\"Article\",\"author\":{\"@id\":7},\"headline\":{}}").authors())
        .isEmpty();
  }
}
