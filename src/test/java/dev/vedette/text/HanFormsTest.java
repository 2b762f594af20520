package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanFormsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // traditional, Japan's own, extension B, and what has only one form
    "國防部長, 国防部长",
    "沢田, 泽田",
    "\uD840\uDC00, \uD840\uDC00",
    "金正恩, 金正恩",
    "Kim 國 ㄅか한, Kim 国 ㄅか한",
    "none, none"
  })
  void areOne(String text, String simplified) {
    assertThat(HanForms.simplified(text)).isEqualTo(simplified);
  }
}
