package dev.vedette.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

  @ParameterizedTest
  @CsvSource({
    "ofac-36, ofac-36",
    "un-CDi.001, un-cdi-001",
    "os-NK-aB3, os-nk-ab3",
    "Сергей Тарханов, sergej-tarhanov",
    "Ñandú Ørsted, nandu-orsted",
    "O'Neill & Sons, oneill-sons",
    "''' -- ''', name-161ef49f"
  })
  void areMadeOfTheListsOwn(String original, String id) {
    assertThat(Slugs.of(original)).isEqualTo(id);
  }

  @Test
  void thoseThatLookTheSameAreToldApartWhateverTheirOrder() {
    assertThat(Slugs.of(List.of("Q-a", "Q.a", "Q-b")))
        .isEqualTo(Slugs.of(List.of("Q-b", "Q.a", "Q-a")))
        .containsEntry("Q-b", "q-b")
        .hasSize(3)
        .doesNotContainValue("q-a");
  }

  @Test
  void areNoLongerThanAnIdShouldBe() {
    assertThat(Slugs.of("vardan ".repeat(30))).isEqualTo("vardan-".repeat(8) + "vard");
  }
}
