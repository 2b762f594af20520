package dev.vedette.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The minister arrived in the capital on Monday and left it for the harbour | en
          Der Minister ist am Montag in der Hauptstadt angekommen und nicht geblieben | de
          Le ministre est arrivé dans la capitale et il n'est pas resté pour les manœuvres | fr
          El ministro llegó a la capital y no se quedó para los ejercicios de la flota | es
          Министр прибыл в столицу в понедельник и не остался на учения | ru
          Міністр прибув до столиці у понеділок і не залишився на навчання, що це було | uk
          장관은 월요일 수도에 도착해 훈련을 참관하지 않고 떠났다 | ko
          大臣は月曜日に首都に到着し、演習を見ずに去った。その後の予定は未定 | ja
          部长周一抵达首都，没有观看演习就离开了。此后的行程尚未公布 | zh
          Ο υπουργός έφτασε στην πρωτεύουσα τη Δευτέρα και έφυγε | el
          وصل الوزير إلى العاصمة يوم الاثنين من دون أن يبقى في المناورات التي بدأت | ar
          # chrome in another script does not make the language
          The minister arrived in the capital on Monday and left it. 바로가기 저자이미지 | en
          # too short, or nothing but names
          Shoigu | ''
          Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett | ''
          """)
  void tellsLanguagesByScriptAndLittleWords(String text, String language) {
    assertThat(Languages.of(text)).isEqualTo(language);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # said  | text                                                                      | language
          de      | The minister arrived in the capital on Monday and left it for the harbour | de
          zh_Hant | 部长周一抵达首都，没有观看演习就离开了。此后的行程尚未公布                  | zh-Hant
          # "en" is in every template
          en-us   | Министр прибыл в столицу в понедельник и не остался на учения             | ru
          en-us   | The minister arrived in the capital on Monday and left it for the harbour | en-us
          en      | Shoigu                                                                    | en
          # no tag
          Deutsch | Der Minister ist am Montag in der Hauptstadt angekommen und nicht geblieben | de
          ''      | Shoigu                                                                    | ''
          """)
  void believesThePublisherUnlessItSaysEnglish(String said, String text, String language) {
    assertThat(Languages.reconciled(said, text)).isEqualTo(language);
  }
}
