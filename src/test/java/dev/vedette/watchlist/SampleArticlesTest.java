package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three published articles, where they are at hand: who is found, and at which offsets. */
@EnabledIf("atHand")
class SampleArticlesTest {

  private static final Path ARTICLES = Path.of("../shared/data/articles");

  static boolean atHand() {
    return Files.isDirectory(ARTICLES);
  }

  private static final Watchlists WATCHLISTS =
      AnEntry.list(
          AnEntry.of("shoigu").names("Sergei Shoigu").weak("Shoigu"),
          AnEntry.of("munitions-industry")
              .names(
                  new Name("Munitions Industry Department", Name.Mode.VARIANTS, 0, true),
                  Name.of("Munitions Industry Agency"),
                  Name.of("Military Supplies Industry Department")),
          AnEntry.of("jo-chun-ryong").names("Jo Chun Ryong"),
          AnEntry.of("krivoruchko").names("Aleksei Krivoruchko", "Alexei Krivoruchko"),
          AnEntry.of("slovak-fronts")
              .names("Versor s.r.o.", "Limited Liability Company Verus")
              .query(
                  "(Slovak* NEAR/10 (compan* OR firm* OR entit*))"
                      + " AND (Treasury OR OFAC OR sanction*)"),
          AnEntry.of("kn-23").names("KN-23"),
          AnEntry.of("hwasong-18").names("Hwasong-18"),
          AnEntry.of("shells-152mm").names("152 mm"),
          AnEntry.of("kim-jong-un").names("Kim Jong Un"),
          AnEntry.of("wagner").query("Wagner NEAR/5 (mercenar* OR group OR force)"));

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      textBlock =
          """
          shoigu             , 000 , 729 1232
          shoigu             , 001 , 348 476 1800 3405
          shoigu             , 004 , 277 4818 5019 5806
          munitions-industry , 000 ,
          munitions-industry , 001 ,
          munitions-industry , 004 , 2067
          jo-chun-ryong      , 004 , 2036
          krivoruchko        , 004 , 5165
          slovak-fronts      , 000 ,
          slovak-fronts      , 001 ,
          slovak-fronts      , 004 , 6472 6491
          kn-23              , 004 , 5504 5706 5754
          hwasong-18         , 001 , 2010
          hwasong-18         , 004 ,
          shells-152mm       , 004 , 5389
          kim-jong-un        , 000 , 890
          kim-jong-un        , 001 , 290 1932
          kim-jong-un        , 004 , 235 507 875 2131
          wagner             , 004 , 3673
          """)
  void mentionsStandWhereAReaderSeesThem(String entry, String file, String starts)
      throws IOException {
    String text = Files.readString(ARTICLES.resolve(file + ".txt"));
    String title = text.lines().findFirst().orElseThrow();

    String found =
        WATCHLISTS.match(AnArticle.of(title, text)).stream()
            .filter(match -> match.entry().id().equals(entry))
            .flatMap(match -> match.hits().stream())
            .map(hit -> String.valueOf(hit.start()))
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(starts == null ? "" : starts);
  }
}
