package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalFormsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # dots, spaces and capitals make no difference
          Morava Tools s.r.o.                             | morava tools
          MORAVA TOOLS, spol. s r. o.                     | morava tools
          Morava Tools SRO                                | morava tools
          Nordlys A/S                                     | nordlys
          # in full
          Bauer Gesellschaft mit beschränkter Haftung     | bauer
          Bauer GmbH & Co. KG                             | bauer
          Limited Liability Company Zarya                 | zarya
          Общество с ограниченной ответственностью «Заря» | заря
          Société anonyme Lumière                         | lumiere
          # before the name
          ООО «Заря»                                      | заря
          PT Bunga Raya Tbk                               | bunga raya
          UAB Gintaras                                    | gintaras
          주식회사 한라                                    | 한라
          # several after another
          Gulf Lantern Trading Co., L.L.C.                | gulf lantern trading
          Sunrise Foods (Pvt.) Ltd.                       | sunrise foods
          Kuzey Makina San. ve Tic. Ltd. Şti.             | kuzey makina
          # scripts without spaces
          東海電機株式会社                                 | 东 海 电 机
          长江机械股份有限公司                             | 长 江 机 械
          # forms of other lands
          Cerámica del Sur S.A. de C.V.                   | ceramica del sur
          Wisła Sp. z o.o.                                | wisla
          شركة النور ذ.م.م                                | النور
          # no form, or nothing else
          Bank of Lisbon                                  | bank of lisbon
          Corporate Travel                                | corporate travel
          Sap Ltdx                                        | sap ltdx
          Company Ltd                                     | company
          S.A.                                            | s a
          """)
  void takesFormsOff(String name, String core) {
    List<String> words = Words.of(name);

    assertThat(String.join(" ", LegalForms.core(words).of(words))).isEqualTo(core);
  }

  @ParameterizedTest(name = "{0} and {1} share a form: {2}")
  @CsvSource(
      textBlock =
          """
          A LLC            , A Limited Liability Company , true
          A LLC            , ООО А                       , true
          A LLC            , ТОВ А                       , true
          A JSC            , ПАО А                       , true
          A Co. Ltd.       , A有限公司                    , true
          A Inc.           , A Incorporated              , true
          A a.s.           , A A/S                       , true
          A GmbH           , A AG                        , false
          A S.L.           , A B.V.                      , false
          A Ltd            , A PLC                       , false
          A Ltd            , A                           , false
          """)
  void comparesForms(String one, String other, boolean shared) {
    var both = new HashSet<>(LegalForms.groups(Words.of(one)));
    both.retainAll(LegalForms.groups(Words.of(other)));

    assertThat(!both.isEmpty()).isEqualTo(shared);
  }

  @Test
  void leavesNothingOfNothing() {
    assertThat(LegalForms.core(List.of())).isEqualTo(new LegalForms.Core(0, 0));
    assertThat(LegalForms.groups(List.of())).isEmpty();
  }

  @Test
  void saysWhereTheTableIsWrong() {
    String columns = "group\tplace\tused in\twritings\n";

    assertThatThrownBy(() -> LegalForms.parse(columns + "ltd\tmiddle\tGB\tLtd\n"))
        .hasMessage("names/legal-forms.tsv:2: 'middle' (expected: one of end, start, both)");
    assertThatThrownBy(() -> LegalForms.parse(columns + "ltd\tend\tGB\t&\n"))
        .hasMessage("names/legal-forms.tsv:2: '&' (expected: letters, each writing once)");
    assertThatThrownBy(() -> LegalForms.parse(columns + "sa\tend\tFR\tS.A. | SA\n"))
        .hasMessage("names/legal-forms.tsv:2: 'SA' (expected: letters, each writing once)");
  }
}
