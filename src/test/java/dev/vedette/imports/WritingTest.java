package dev.vedette.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.watchlist.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists write in the place of a name, and the names in it; {@code ~} is a weak one. */
class WritingTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          # as it is
          PERSON       | VARDANOV, Orest Ilyich                             | VARDANOV, Orest Ilyich
          ORGANIZATION | Lantern Gulf (Asia) Ltd.                           | Lantern Gulf (Asia) Ltd.
          ORGANIZATION | LANTERN GULF BANK (TORZHOK)                        | LANTERN GULF BANK (TORZHOK)
          # in quotation marks
          PERSON       | “The Clerk”                                        | ~The Clerk
          PERSON       | "GODAN"                                            | ~GODAN
          PERSON       | 'Ali Vardanov                                      | 'Ali Vardanov
          # in its own script
          PERSON       | Choe Sang Ryol (최상렬)                              | Choe Sang Ryol; 최상렬
          PERSON       | Amir Kazmat (original script: Амир Казмат)         | Amir Kazmat; Амир Казмат
          PERSON       | أبو شمعة (Abu Shama; Abu Shamaa)                    | أبو شمعة; Abu Shama; Abu Shamaa
          # with its abbreviation
          ORGANIZATION | LANTERN GULF CORPS (LGC)-GUARD FORCE               | LANTERN GULF CORPS -GUARD FORCE; ~LGC
          ORGANIZATION | Lantern of the Gulf (LG)                           | Lantern of the Gulf; ~LG
          ORGANIZATION | PCC (UK)                                           | PCC (UK)
          # with remarks
          PERSON       | Encep Vardan (birth name)                          | Encep Vardan
          PERSON       | Orest Vardanov, born 1 Jan. 1953 (passport 03825)  | Orest Vardanov
          PERSON       | ) Orest Vardanov                                   | Orest Vardanov
          PERSON       | Orest  Vardanov,                                   | Orest Vardanov
          # none
          PERSON       | (...)                                              | ''
          PERSON       | -                                                  | ''
          """)
  void namesAreTakenOutOfIt(Kind kind, String written, String names) {
    assertThat(
            Writing.of(written, false, kind).stream()
                .map(alias -> (alias.weak() ? "~" : "") + alias.text())
                .collect(joining("; ")))
        .isEqualTo(names.replace("''", ""));
  }
}
