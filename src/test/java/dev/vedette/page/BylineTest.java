package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTest {

  private static String author(String html) {
    String site = "<meta property=og:site_name content='The Post'>";
    String text = "<p>" + "The harbour stays closed for a week. ".repeat(60);
    return PageMeta.of(
            Jsoup.parse(site + html.replace("TEXT", text), "https://post.example/harbour"))
        .author();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # declared
          <script type='application/ld+json'>{"@type":"NewsArticle","author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}]}</script> ~ Jane Doe, John Roe
          <script type='application/ld+json'>{"@graph":[{"@type":"Article","author":{"@id":"#jd"}},{"@type":"Person","@id":"#jd","name":"Jane Doe"}]}</script> ~ Jane Doe
          <script type='application/ld+json'>{"@type":"Article","creator":"By Jane Doe"}</script> ~ Jane Doe
          <meta name=author content='Jane Doe'>                                      ~ Jane Doe
          <meta name=citation_author content='Doe Jane'><meta name=citation_author content='Roe John'> ~ Doe Jane, Roe John
          # shown
          <h1>Harbour</h1><a rel='author noopener' href=/jd>Jane Doe</a>             ~ Jane Doe
          <h1>Harbour</h1><span itemprop=author><b itemprop=name>Jane Doe</b></span> ~ Jane Doe
          <h1>Harbour</h1><div class=byline>By Jane Doe and John Roe, Post</div>     ~ Jane Doe, John Roe
          <h1>Harbour</h1><p>By <a href=/jd>Jane Doe</a></p>                         ~ Jane Doe
          <h1>Harbour</h1><p>Von Jane Doe und John Roe</p>                           ~ Jane Doe, John Roe
          <h1>Harbour</h1><p>Text size</p><p>By the sea</p>                          ~ ''
          # a person before an organisation, wherever each is named
          <script type='application/ld+json'>{"@type":"NewsArticle","author":{"@type":"Organization","name":"Coast"}}</script><h1>Harbour</h1><div class=author>Jane Doe</div> ~ Jane Doe
          <meta name=author content='The Post'><h1>Harbour</h1><div class=author>Jane Doe</div> ~ Jane Doe
          <script type='application/ld+json'>{"@type":"NewsArticle","author":{"name":", The Post"}}</script><h1>Harbour</h1><p>By Jane Doe</p> ~ Jane Doe
          <script type='application/ld+json'>{"@type":"NewsArticle","author":{"@type":"Organization","name":"Coast"}}</script> ~ Coast
          <meta name=author content='Post Staff'>                                    ~ Post Staff
          # not those of other articles, of comments, or whoever set up the site
          <meta name=author content='Post Staff'><h1>Harbour</h1>TEXT<div class=author>Jane Doe</div> ~ Post Staff
          <h1>Harbour</h1><div class=comment><span class=author>Jane Doe</span></div> ~ ''
          <h1>Harbour</h1><div class=related><span class=author>Jane Doe</span></div> ~ ''
          <meta name=author content=admin>                                           ~ ''
          <meta name=author content='https://post.example/jd'>                       ~ ''
          # nor is a name the site's because it begins like it
          <meta name=author content='Posten Doe'>                                    ~ Posten Doe
          # neither sections nor buttons
          <h1>Harbour</h1><div class=author-line><a href=/x>Politics</a><a href=/jd>Jane Doe</a></div> ~ Jane Doe
          """)
  void namesWhoWroteIt(String html, String authors) {
    assertThat(author(html)).isEqualTo(authors);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          By Jane Doe                                       ~ Jane Doe
          Written by: Jane Doe                              ~ Jane Doe
          Von Jane Doe und John Roe                         ~ Jane Doe;John Roe
          Par Jane Doe, John Roe et Max Mo                  ~ Jane Doe;John Roe;Max Mo
          Autor: Jane Doe                                   ~ Jane Doe
          Автор: Анна Иванова                               ~ Анна Иванова
          記者林宸誼／即時報導                                  ~ 林宸誼
          선수민 기자                                         ~ 선수민
          Jane Doe, Senior Writer                           ~ Jane Doe;Senior Writer
          Jane Doe, PhD                                     ~ Jane Doe
          Jane Doe | Nov 20, 2026                           ~ Jane Doe
          JANE DOE November 20, 2026                        ~ JANE DOE
          Jane Doe (Berlin)                                 ~ Jane Doe
          Jane Doe for The Post                             ~ Jane Doe
          Jane Doe jdoe@post.example                        ~ Jane Doe
          Organization for Coastal Works                    ~ Organization for Coastal Works
          Coast Verlag GmbH, Nürnberg, Germany              ~ Coast Verlag GmbH
          By                                                ~ ''
          Datum:                                            ~ ''
          """)
  void takesALineApart(String line, String names) {
    assertThat(Credits.names(line))
        .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(";", -1)));
  }

  @ParameterizedTest
  @CsvSource({"Jane Doe,true", "Ludwig van Beethoven,true", "Anna d'Este,true", "Jane,false"})
  @CsvSource({"Meal plans,false", "Coast News,false", "Senior Writer,false", "林宸誼,true"})
  void knowsAPersonByTheName(String name, boolean person) {
    assertThat(Credits.isPerson(name)).isEqualTo(person);
  }
}
