package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPatternTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "/news/*,            https://a.example/news/1,        true",
    "/news/*,            https://a.example/news,          false",
    "/news/*,            https://a.example/de/news/1,     false",
    "*/news/*,           https://a.example/de/news/1,     true",
    "/news/*.html,       https://a.example/news/a/b.html, true",
    "/news/*.html,       https://a.example/news/b.htm,    false",
    "/a*?id=*,           https://a.example/art?id=7,      true",
    "/,                  https://a.example,               true",
    "https://a.example/*, https://a.example/x,            true",
    "https://a.example/*, https://b.example/x,            false",
    "*ab*ab*,            https://a.example/ab/aab,        true",
    "*ab*ab*,            https://a.example/ab/aa,         false",
  })
  void starsStandForAnything(String pattern, URI uri, boolean fits) {
    assertThat(AddressPattern.fits(pattern, uri)).isEqualTo(fits);
  }
}
