package dev.vedette.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtsTest {

  /** A list in which many are called Muhammad and Ali. */
  private static List<Listed> list(Listed... more) {
    List<Listed> list = new ArrayList<>(List.of(more));
    for (int i = 0; i < 6; i++) {
      list.add(listed("m" + i, Kind.PERSON, "Muhammad Ali Varda" + "aeiouy".charAt(i)));
    }
    return list;
  }

  private static Listed listed(String id, Kind kind, String... aliases) {
    List<Alias> all = new ArrayList<>();
    for (String alias : aliases) {
      all.add(new Alias(alias, false));
    }
    return new Listed(id, kind, all, Set.of());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # people
          PERSON       | VARDANOV, Orest Ilyich    |
          PERSON       | Orest Vardanov            |
          PERSON       | Tarkhan                   | ONE_NAME
          PERSON       | Mullah Tarkhan            | ONE_NAME
          PERSON       | Abu Tarkhan               | ONE_NAME
          PERSON       | TARKHAN, O.               | ONE_NAME
          PERSON       | Тарханов                  | ONE_NAME
          PERSON       | ALI, Muhammad             | MANY_BEARERS
          PERSON       | The Teacher               | COMMON
          PERSON       | Muhammad Ali Tarkhan      |
          PERSON       | Muhammad Tarkhan          |
          PERSON       | KIM, Il-Nam               |
          PERSON       | CHO, Il-U                 |
          PERSON       | LI, Hongri                |
          PERSON       | 최상렬                      |
          PERSON       | 최상                       | ONE_NAME
          # bodies and companies
          ORGANIZATION | Lantern Gulf Trading      |
          ORGANIZATION | Rosvardan                 |
          ORGANIZATION | JUSTICE                   | COMMON
          ORGANIZATION | United Company OJSC       | COMMON
          ORGANIZATION | THE FOREIGN TRADE BANK    | COMMON
          ORGANIZATION | ALLIED DEMOCRATIC FORCES  |
          ORGANIZATION | DANIEL                    | COMMON
          ORGANIZATION | VRD                       | SHORT
          ORGANIZATION | VRDN                      |
          ORGANIZATION | V-9                       | SHORT
          ORGANIZATION | Ministry of Defence       | COMMON
          ORGANIZATION | MINISTRY OF NATIONAL DEFENSE | COMMON
          ORGANIZATION | Ministry of Lanterns      |
          ORGANIZATION | Defence Industries Organization Vard |
          # ships
          VESSEL       | QUIET HERON               |
          VESSEL       | HERON                     | SHIP
          VESSEL       | HERON 7                   |
          VESSEL       | IMO 9000001               |
          """)
  void someNamesMeanTooMuch(Kind kind, String name, Doubt doubt) {
    Listed listed = listed("x", kind, "QXYZ WXYZ VXYZ", name);

    assertThat(new Doubts(list(listed)).of(new Alias(name, false), listed)).isEqualTo(doubt);
  }

  @Test
  void aMainNameMayBeInTheNewsEveryDay() {
    Listed listed = listed("x", Kind.ORGANIZATION, "Hamas Movement", "HAMAS");

    assertThat(new Doubts(list(listed)).of(new Alias("HAMAS", false), listed))
        .isEqualTo(Doubt.COMMON);

    Listed main = listed("x", Kind.ORGANIZATION, "Hamas Ltd.", "HAMAS");

    assertThat(new Doubts(list(main)).of(new Alias("HAMAS", false), main)).isNull();
  }

  @Test
  void anAliasOfSomebodyElseIsWeakAndAMainNameIsNot() {
    Listed one = listed("one", Kind.ORGANIZATION, "Lantern Gulf Trading", "Beacon Gulf Trading");
    Listed other = listed("other", Kind.ORGANIZATION, "BEACON  GULF TRADING");
    Doubts doubts = new Doubts(List.of(one, other));

    assertThat(doubts.of(one.aliases().get(0), one)).isNull();
    assertThat(doubts.of(one.aliases().get(1), one)).isEqualTo(Doubt.SHARED);
    assertThat(doubts.of(other.aliases().get(0), other)).isNull();
    assertThat(doubts.isShared(other.aliases().get(0))).isTrue();
  }

  @Test
  void whatTheListCallsWeakIsWeak() {
    Listed listed = listed("x", Kind.PERSON, "Orest Vardanov");

    assertThat(new Doubts(List.of(listed)).of(new Alias("Orest Vardanov", true), listed))
        .isEqualTo(Doubt.LISTED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ORGANIZATION, Rosvardan OJSC, FOLDED",
    "ORGANIZATION, The Vardans, FOLDED",
    "ORGANIZATION, Lantern Gulf, VARIANTS",
    "PERSON, Tarkhan, FOLDED",
    "PERSON, Mullah Tarkhan, VARIANTS",
    "PERSON, 최상렬, VARIANTS"
  })
  void aSingleWordIsLookedForAsItIsWritten(Kind kind, String name, Name.Mode mode) {
    assertThat(new Doubts(list()).mode(new Alias(name, false), kind)).isEqualTo(mode);
  }
}
