package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.document.CanonicalUrl;
import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of addresses: made absolute, brought into one spelling, shown without secrets. */
class AddressesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # host and scheme in lower case, no default port, no fragment, never an empty path
          HTTPS://News.Example:443/A#top          | https://news.example/A
          http://news.example:80                  | http://news.example/
          http://news.example:8080/a              | http://news.example:8080/a
          # who sent the reader is not what is read; the rest stays, in its order
          https://x.example/a?utm_source=rss&id=7&fbclid=9&b=2 | https://x.example/a?id=7&b=2
          https://x.example/a?utm_medium=feed     | https://x.example/a
          # no addresses
          demo:articles/x.html                    | demo:articles/x.html
          tag:x.example,2026:1                    | tag:x.example,2026:1
          """)
  void areSpeltInOneWay(String url, String canonical) {
    assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://www.news.example/a, https://news.example/a?utm_source=x#y",
    "https://news.example, http://news.example/",
  })
  void areOneWhetherSecureOrNot(String one, String other) {
    assertThat(CanonicalUrl.identity(one)).isEqualTo(CanonicalUrl.identity(other));
  }

  @ParameterizedTest(name = "{1} on {0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://x.example/a/b | c            | https://x.example/a/c
          https://x.example/a/b | ../c d?e=f g | https://x.example/c%20d?e=f%20g
          https://x.example/a/b | ?page=2      | https://x.example/a/b?page=2
          https://x.example/a/b | //y.example/ | https://y.example/
          https://x.example/a/b | https://y.example/Шойгу | https://y.example/Шойгу
          demo:wire.xml         | articles/x.html | demo:articles/x.html
          demo:articles/x.html  | y.html       | demo:articles/y.html
          # code is no address
          https://x.example/    | javascript:alert(1)    | ''
          https://x.example/    | ' JavaScript:alert(1)' | ''
          https://x.example/    | data:text/html,x       | ''
          """)
  void areMadeAbsolute(URI base, String reference, String absolute) {
    assertThat(Links.resolve(base, reference)).isEqualTo(absolute);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://x.example/feed?page=2                | https://x.example/feed?page=2
          https://user:pass@x.example/feed             | https://<secret>@x.example/feed
          https://x.example/feed?api_key=1&lang=ko     | https://x.example/feed?api_key=<secret>&lang=ko
          https://x.example/f?u=a1b2c3d4e5f6g7h8i9j0k1 | https://x.example/f?u=<secret>
          https://x.example/f?title=a-long-headline-in-the-address | https://x.example/f?title=a-long-headline-in-the-address
          """)
  void areShownWithoutTheirSecrets(String url, String shown) {
    assertThat(Redact.url(url)).isEqualTo(shown);
  }
}
