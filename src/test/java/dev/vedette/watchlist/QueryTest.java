package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as written                          | as printed, where that differs
          Shoigu                                |
          sanction*                             |
          "front company"                       |
          "Slovak compan*"                      |
          “front company”                       | "front company"
          "Shoigu"                              | Shoigu
          "AND"                                 |
          "12:30"                               |
          KN-23 OR s.r.o. OR AT&T OR 쇼이*       |
          a AND b AND NOT c                     |
          a OR b AND c NEAR/3 d                 |
          (a OR b) AND (c OR d)                 |
          ((a)) OR (b AND c)                    | a OR b AND c
          (a AND b) AND c                       |
          a NEAR/2 b ONEAR/3 c                  |
          a NEAR/2 (b ONEAR/3 c)                |
          a NEAR/2 (b AND c)                    |
          NOT (a OR b) AND c                    |
          NOT NOT a AND b                       |
          a AND NOT (b NEAR/5 c)                |
          title:a AND title:"b c" AND title:(a OR b) |
          a AND url:/news/ AND site:bbc.co.uk AND source:reuters AND lang:en |
          a AND source:"two words"              |
          a AND (lang:en OR lang:de)            |
          @shoigu AND @kn-23                    |
          /KN-\\d+/                             |
          /a\\/b (c)/ OR x                      |
          """)
  void isPrintedAsItWasWritten(String written, String printed) {
    Query query = Query.parse(written);

    assertThat(query).hasToString(printed == null ? written : printed);
    assertThat(Query.parse(query.toString())).isEqualTo(query);
  }

  @ParameterizedTest(name = "<{0}>")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | 0  | a word, a "phrase", a group in ( ), a /regex/, an @entry, or one of NOT, title:, url:, site:, source: and lang:
          a AND             | 5  | a word, a "phrase", a group in ( ), a /regex/, an @entry, or one of NOT, title:, url:, site:, source: and lang:
          a OR AND b        | 5  | a word, a "phrase", a group in ( ), a /regex/, an @entry, or one of NOT, title:, url:, site:, source: and lang:
          ...               | 0  | a word, a "phrase", a group in ( ), a /regex/, an @entry, or one of NOT, title:, url:, site:, source: and lang:
          # words side by side
          front company     | 6  | AND, OR, NEAR/n or ONEAR/n between words, or quotation marks around a phrase
          (a b)             | 3  | AND, OR, NEAR/n or ONEAR/n between words, or quotation marks around a phrase
          a and b           | 2  | AND, OR, NEAR/n or ONEAR/n between words, or quotation marks around a phrase
          # what is open must be closed
          (a OR b           | 7  | ''')'''
          a)                | 1  | a '(' before this ')'
          "a b              | 0  | a '"' at the end of the phrase
          /a                | 0  | a '/' at the end of the regular expression
          # distances
          a NEAR b          | 2  | NEAR/n, with n from 1 to 1000
          a ONEAR/0 b       | 2  | ONEAR/n, with n from 1 to 1000
          a NEAR/x b        | 2  | NEAR/n, with n from 1 to 1000
          a NEAR/99999 b    | 2  | NEAR/n, with n from 1 to 1000
          a NEAR/1001 b     | 2  | NEAR/n, with n from 1 to 1000
          a NEAR/1 b NEAR/1 c NEAR/1 d NEAR/1 e NEAR/1 f NEAR/1 g NEAR/1 h NEAR/1 i NEAR/1 j NEAR/1 k NEAR/1 l | 92 | at most 10 NEARs in a row
          # stars
          x*                | 0  | two letters or more before *
          "new x*"          | 0  | two letters or more before *
          a*b               | 0  | * only at the end of a word
          # nothing to find
          NOT a             | 0  | something to find; NOT, url:, site:, source: and lang: only narrow
          lang:en AND NOT a | 0  | something to find; NOT, url:, site:, source: and lang: only narrow
          a OR NOT b        | 0  | something to find on every side of OR; conditions go under AND
          x AND (a OR url:b)| 7  | something to find on every side of OR; conditions go under AND
          NOT a NEAR/3 b    | 0  | something to find on both sides of NEAR
          b NEAR/3 lang:en  | 9  | something to find on both sides of NEAR
          title:lang:en     | 6  | something to find after title:
          # scopes and references
          foo:bar           | 0  | title:, url:, site:, source: or lang:, or quotation marks around a word with ':'
          a AND lang:       | 11 | a value right after ':'
          a AND @           | 6  | the id of an entry after @
          # regular expressions
          //                | 0  | a regular expression of 1 to 1000 characters
          /a(b/             | 0  | a regular expression of RE2; missing closing )
          a AND /(?=b)/     | 6  | a regular expression of RE2; invalid or unsupported Perl syntax
          /((a{100}){100}){10}/       | 0 | fewer or smaller repetitions
          /((a{1000}){1000}){1000}/   | 0 | fewer or smaller repetitions
          /(\\pL{90,200}[(]{3,100}){800}/ | 0 | fewer or smaller repetitions
          """)
  void saysWhatIsWrongAndWhere(String written, int position, String expected) {
    QuerySyntaxException mistake =
        catchThrowableOfType(QuerySyntaxException.class, () -> Query.parse(written));

    String found = position < written.length() ? written.substring(position) : "end of query";
    assertThat(mistake)
        .hasMessage("'" + found + "' at " + (position + 1) + " (expected: " + expected + ")");
    assertThat(mistake.position()).isEqualTo(position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "title:"})
  void isNotNestedWithoutEnd(String opening) {
    assertThatThrownBy(() -> Query.parse(opening.repeat(10_000) + "a"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageEndingWith("(expected: at most 50 groups in each other)");
  }

  @Test
  void aLongRegularExpressionIsRefused() {
    assertThatThrownBy(() -> Query.parse("/" + "a".repeat(1001) + "/"))
        .hasMessageEndingWith("(expected: a regular expression of 1 to 1000 characters)");
  }

  /** Whatever is typed is read or refused with a place, and what is read prints and reads back. */
  @Test
  void anythingIsReadOrRefused() {
    String[] pieces = {
      "a",
      "Slovak",
      "compan*",
      " ",
      " ",
      " AND ",
      " OR ",
      " NOT ",
      " NEAR/3 ",
      " ONEAR/2 ",
      "(",
      ")",
      "\"",
      "/",
      "@",
      "title:",
      "lang:en",
      "url:",
      "*",
      "\\",
      "쇼이구",
      ":",
      "b",
      "c"
    };
    long seed = Long.getLong("vedette.seed", 20_261_123L);
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left >= 0; left--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        Query query = Query.parse(text.toString());
        assertThat(Query.parse(query.toString())).as("seed %d: %s", seed, text).isEqualTo(query);
      } catch (QuerySyntaxException refused) {
        assertThat(refused.position()).as("seed %d: %s", seed, text).isBetween(0, text.length());
      }
    }
  }
}
