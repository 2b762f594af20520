package dev.vedette.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Samples;
import dev.vedette.imports.Imported.Weak;
import org.junit.jupiter.api.Test;

class DocumentFrequencyTest {

  private static final String LIST =
      """
      1,"VARDAN WORKS OJSC",-0- ,"SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
      2,"HARROWGATE",-0- ,"SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
      """;
  private static final String OTHER_NAMES =
      """
      1,1,"aka","LAKE ORAVEN",-0-\s
      1,2,"aka","VARDAN WORKS",-0-\s
      2,3,"aka","QUIET HERON HOLDING",-0-\s
      """;

  private static DocumentFrequency after(int lakes, int works, int rain) throws ListException {
    Imported imported =
        Lists.read(
            ListFormat.OFAC_SDN, Lists.file("sdn.csv", LIST), Lists.file("alt.csv", OTHER_NAMES));
    DocumentFrequency frequency = new DocumentFrequency(imported);
    for (int i = 0; i < lakes; i++) {
      frequency.read(Samples.article("l" + i, "Rain", "Lake Oraven froze. Lake Oraven is deep."));
    }
    for (int i = 0; i < works; i++) {
      frequency.read(Samples.article("w" + i, "Works", "Vardan Works hired, said Harrowgate."));
    }
    for (int i = 0; i < rain; i++) {
      frequency.read(Samples.article("r" + i, "Rain", "It rained in Oslo."));
    }
    return frequency;
  }

  @Test
  void anAliasOfWhichTheArticlesAreFullIsWeakAndAMainNameIsNot() throws ListException {
    DocumentFrequency frequency = after(5, 7, 100);
    Imported judged = frequency.judged();

    assertThat(judged.weak()).containsExactly(new Weak("ofac-1", "LAKE ORAVEN", Doubt.FREQUENT));
    assertThat(judged.weak()).map(frequency::words).containsExactly("in 5 of 112 kept articles");
    assertThat(judged.entries().get(0).names())
        .extracting("text")
        .containsExactly("VARDAN WORKS OJSC", "VARDAN WORKS");
    assertThat(judged.entries().get(0).weak()).extracting("text").containsExactly("LAKE ORAVEN");
  }

  @Test
  void whatStandsInFewStaysAsItIs() throws ListException {
    assertThat(after(4, 0, 100).judged().weak()).isEmpty();
    assertThat(after(5, 0, 3_000).judged().weak()).as("fewer than one in 500").isEmpty();
  }
}
