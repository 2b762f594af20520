package dev.vedette.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {

  @ParameterizedTest(name = "{0} in {1}, header {2}, declared {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text   | really in    | header                          | declared
          Шойгу    | UTF-8        |                                 |
          # valid UTF-8 is UTF-8, whatever anybody says
          Шойгу    | UTF-8        | text/html; charset=windows-1251 | iso-8859-1
          # the header goes before the declaration
          Шойгу    | windows-1251 | text/xml; charset=windows-1251  | utf-8
          Шойгу    | windows-1251 |                                 | windows-1251
          쇼이구   | EUC-KR       | text/xml; charset=euc-kr        |
          绍伊古   | GB18030      | text/xml; charset=gb2312        |
          ショイグ | Shift_JIS    |                                 | shift_jis
          ショイグ | ISO-2022-JP  | text/xml; charset=iso-2022-jp   |
          ショイグ | ISO-2022-JP  |                                 |
          # ASCII says nothing about what is none
          Шойгу    | windows-1251 | text/xml; charset=us-ascii      | windows-1251
          Choïgou  | x-MacRoman   | text/xml; charset=macintosh     |
          # what claims to be UTF-8 and is not, is what Western machines write
          Choïgou  | windows-1252 |                                 | utf-8
          # two bytes a character, with and without a mark
          Шойгу    | UTF-16       |                                 | utf-8
          Šojgu    | UTF-16LE     |                                 |
          """)
  void believesTheBytesFirst(String text, Charset real, String header, String declared) {
    String declaration =
        declared == null ? "<?xml version='1.0'?>" : "<?xml encoding='" + declared + "'?>";
    String document = declaration + "<a>" + text + "</a>";

    assertThat(Decoding.decode(document.getBytes(real), header)).isEqualTo(document);
  }

  @Test
  void readsStrayBytesInUtf8AsWindows1252() {
    byte[] bytes = "Шойгу, caf?".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xe9;

    assertThat(Decoding.decode(bytes, null)).isEqualTo("Шойгу, café");
  }

  @Test
  void dropsTheMark() {
    assertThat(Decoding.decode("\ufeffText".getBytes(StandardCharsets.UTF_8), null))
        .isEqualTo("Text");
  }

  @Test
  void guessesWhereNothingIsSaid() {
    String text = "Министр обороны России прибыл с визитом в столицу Северной Кореи. ".repeat(5);

    assertThat(Decoding.decode(text.getBytes(Charset.forName("windows-1251")), null))
        .isEqualTo(text);
  }
}
