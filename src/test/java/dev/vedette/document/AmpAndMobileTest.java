package dev.vedette.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmpAndMobileTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "same",
      value = {
        // for telephones
        "https://m.a.example/x, //a.example/x",
        "https://www.m.a.example/x, //a.example/x",
        "https://mobile.a.example/x?id=1, //a.example/x?id=1",
        "https://m.co/x, //m.co/x",
        "https://map.a.example/x, //map.a.example/x",
        // AMP, at either end of the path or in a parameter
        "https://a.example/x/amp, //a.example/x",
        "https://a.example/x/amp/, //a.example/x",
        "https://a.example/x.amp, //a.example/x",
        "https://a.example/x.amp.html, //a.example/x.html",
        "https://a.example/x/amp.html, //a.example/x.html",
        "https://a.example/amp/x/y, //a.example/x/y",
        "https://a.example/x?amp, //a.example/x",
        "https://a.example/x?id=1&amp=1&b=2, //a.example/x?id=1&b=2",
        "https://a.example/x?outputType=amp, //a.example/x",
        "https://a.example/amp, //a.example/amp",
        "https://a.example/amp/, //a.example/amp/",
        "https://a.example/lamp, //a.example/lamp",
        "https://a.example/x?amplifier=1, //a.example/x?amplifier=1",
        // in a cache
        "https://www.google.com/amp/s/www.a.example/x, //a.example/x",
        "https://www.google.co.uk/amp/a.example/x/amp, //a.example/x",
        "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x, //a.example/x",
        "https://cdn.ampproject.org/v/s/m.a.example/x, //a.example/x",
        // what is no address stays what it is
        "tag:a.example:1, tag:a.example:1",
        "https://a.example, //a.example/",
      })
  void pagesForTelephonesAreCalledWhatThePlainOnesAre(String url, String identity) {
    assertThat(CanonicalUrl.identity(url)).isEqualTo(identity);
  }
}
