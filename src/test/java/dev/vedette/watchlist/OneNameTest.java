package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README says that one name finds. */
class OneNameTest {

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sergei Shoigu | SERGEI SHOIGU LANDS                  | SERGEI SHOIGU
          Sergei Shoigu | Then Sergei  Shoigu left             | Sergei  Shoigu
          Sergei Shoigu | Sergei Šhoigú arrived                | Sergei Šhoigú
          Sergei Shoigu | Shoigu, Sergei: minister             | Shoigu, Sergei
          Sergei Shoigu | by Sergei K. Shoigu, the minister    | Sergei K. Shoigu
          Sergei Shoigu | к Сергею Кужугетовичу Шойгу          | Сергею Кужугетовичу Шойгу
          Sergei Shoigu | tapasi Sergei Shoigun Moskovassa     | Sergei Shoigun
          Sergei Shoigu | jednal se Sergejem Šojguem           | Sergejem Šojguem
          Sergei Shoigu | письмо Сергею Шойгу                  | Сергею Шойгу
          Sergei Shoigu | Sergei Shoigu’s visit                | Sergei Shoigu
          Sergei Shoigu | Minister Sergej Schoigu kam          | Sergej Schoigu
          Sergei Shoigu | le ministre Sergueï Choïgou          | Sergueï Choïgou
          Sergei Shoigu | minister Siergiej Szojgu             | Siergiej Szojgu
          Sergei Shoigu | minister Sergej Sjojgoe              | Sergej Sjojgoe
          Sergei Shoigu | міністр Сергій Шойгу                 | Сергій Шойгу
          Sergei Shoigu | وصل سيرغي شويغو                      | سيرغي شويغو
          Sergei Shoigu | セルゲイ・ショイグ氏                 | セルゲイ・ショイグ
          Sergei Shoigu | 세르게이 쇼이구가 왔다               | 세르게이 쇼이구
          Sergei Shoigu | Sergei Shoigu and S. Shoigu          | Sergei Shoigu / S. Shoigu
          Sergei Shoigu | Only S. Shoigu came                  | [S. Shoigu]
          Kim Jong Un   | vůdce Kim Čong-un řekl               | Kim Čong-un
          Kim Jong Un   | лидер Ким Чен Ын сказал              | Ким Чен Ын
          Kim Jong Un   | キム・ジョンウン総書記               | キム・ジョンウン
          Zhang Youxia  | General Chang Yu-hsia                | Chang Yu-hsia
          Zhang Youxia  | генерал Чжан Юся                     | Чжан Юся
          Zhang Youxia  | 中央军委副主席张又侠会见             | 张又侠
          Zhang Youxia  | 張又俠會見                           | 張又俠
          """)
  void findsTheOthers(String name, String text, String mentions) {
    assertThat(
            AnArticle.found(
                    AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).names(name)),
                    AnArticle.body(text))
                .replace(" | ", " / "))
        .isEqualTo(mentions);
  }

  @ParameterizedTest(name = "{0} in {1}: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rozmawiał z Siergiejem Szojgu | pl | inflected:pl romanised:pl                   | 0.92
          # the same words in a text of another language are less sure
          Rozmawiał z Siergiejem Szojgu | tr | inflected:pl romanised:pl                   | 0.86
          Rozmawiał z Siergiejem Szojgu |    | inflected:pl romanised:pl                   | 0.92
          Minister Schoigu, Sergej, kam | de | order romanised:de                          | 0.93
          Сергей Шойгу прилетел         | ru | transliterated:ru                           | 0.95
          by Sergei K. Shoigu himself   | en | middle-name                                 | 0.95
          """)
  void isWorthLessWithEachStep(String text, String language, String how, double score) {
    Article article = AnArticle.of("", text, "", language == null ? "" : language, "");

    Match match =
        AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).names("Sergei Shoigu"))
            .match(article)
            .get(0);

    assertThat(String.join(" ", match.hits().get(0).how())).isEqualTo(how);
    assertThat(match.score()).isEqualTo(score);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "Igor Sechin, ru, Игорь Сечин прилетел",
    "Saddam Hussein, ru, Саддам Хусейн прилетел",
    "Saddam Hussein, '', Саддам Хусейн прилетел"
  })
  void whatManyLanguagesWriteSoIsTheTextsOwnOrTheLikeliest(
      String name, String language, String text) {
    Match match =
        AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).names(name))
            .match(AnArticle.of("", text, "", language, ""))
            .get(0);

    assertThat(match.hits().get(0).how()).containsExactly("transliterated:ru");
    assertThat(match.score()).isEqualTo(0.95);
  }

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is left of a long name tells whose it is by the surname, or vouches for nobody
          Robert Gabriel Mugabe      | by Robert Mugabe himself                    | Robert Mugabe
          Robert Gabriel Mugabe      | Роберту Мугабе вручили письмо               | Роберту Мугабе
          Mohammed Halim Saleh       | said Mohamed Saleh on Monday                | [Mohamed Saleh]
          Mohammed Halim Saleh       | said Mohammed Halim Saleh on Monday         | Mohammed Halim Saleh
          Ali Hajj Muhammad          | said Ali Mohammed on Monday                 | [Ali Mohammed]
          Muhammad Naeem Sheikh      | said Sheikh Muhammad on Monday              | [Sheikh Muhammad]
          محمد يونس أحمد             | said Muhammad Bala Ahmed on Monday          | [Muhammad Bala Ahmed]
          SANE, Pedro Punti          | said Peter Sagan on Monday                  | [Peter Sagan]
          # the rest in another order and another spelling is mostly somebody else
          Umar Yunus Abdullayeh      | said Abdullahi Umar on Monday               | [Abdullahi Umar]
          Umar Yunus Abdullayeh      | said Umar Abdullahi on Monday               | Umar Abdullahi
          # Abd and Abu are one name with the word behind them
          Abdul Qadeer Khan          | said Abdul Qadeer Khan on Monday            | Abdul Qadeer Khan
          Abdul Qadeer Khan          | said Abdul Ghaffar Khan on Monday           | [Abdul Ghaffar Khan]
          Abd al-Wahhab Omar Humayqani | said Abd al-Wahhab Humayqani on Monday    | Abd al-Wahhab Humayqani
          # a text that is nothing but a name says what it has to
          Mohammed Halim Saleh       | Mohamed Saleh                               | Mohamed Saleh
          # the words of a sentence are no names: on, to, from, him
          Ali Harzi                  | استولى على أراضي القرية                     |
          Ali Harzi                  | وصل علي حرزي أمس                            | علي حرزي
          Ali Zeaiter                | سيطر على المدينة                            |
          Ma'n Ghanim                | كان من الرائع أنهم حضروا                    |
          Joseph Mtakwese Made       | what Jose Mourinho made of it               |
          Joseph Mtakwese Made       | what Joseph Made said                       | Joseph Made
          # a country is no foreign spelling of something else
          Sina Bank                  | the Bank of China said                      |
          Sina Bank                  | die Schina Bank sagte                       | Schina Bank
          """)
  void findsNobodyElse(String name, String text, String mentions) {
    Kind kind = name.endsWith("Bank") ? Kind.ORGANIZATION : Kind.PERSON;

    assertThat(
            AnArticle.found(
                AnEntry.list(AnEntry.of("e").kind(kind).names(name)), AnArticle.body(text)))
        .isEqualTo(mentions == null ? "" : mentions);
  }
}
