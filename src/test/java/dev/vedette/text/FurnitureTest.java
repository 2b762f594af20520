package dev.vedette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FurnitureTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                                                     | what is left of it
          It came back. Subscribe to our letter!                     | it came back
          It came back. Read more: Storm. Weather. No rights. Share this.| it came back
          The reader signed up for the army.                         | the reader signed up for the army
          Wir teilen ihre Sorgen.                                    | wir teilen ihre sorgen
          On va partager le pain.                                    | on va partager le pain
          شارك الوزير في الاجتماع.                                    | شارك الوزير في الاجتماع
          Оно ушло. Подписывайтесь на нас в сети.                    | оно ушло
          Es fuhr ab. Lesen Sie auch: Sturm.                         | es fuhr ab
          船又回来了。责任编辑：王明。                               | 船又回来了
          배가 돌아왔다. 무단 전재 및 재배포 금지.                   | 배가 돌아왔다
          """)
  void isWhatASiteSaysToItsReaders(String text, String left) {
    String before = "The ship that left the harbour on Monday was seen far out by fishermen.";
    String story = "the ship that left the harbour on monday was seen far out by fishermen";

    assertThat(left(before + " " + text)).isEqualTo(story + " " + left);
  }

  @Test
  void aLineThatIsSoForTheMostPartIsSoAltogether() {
    assertThat(left("The ship left the harbour.\nHome. News. Subscribe now. Follow us on the net."))
        .isEqualTo("the ship left the harbour");
  }

  private static String left(String text) {
    Tokens tokens = Tokens.of(text);
    BitSet furniture = Furniture.of(tokens);
    StringJoiner left = new StringJoiner(" ");
    for (int i = 0; i < tokens.count(); i++) {
      if (!furniture.get(i)) {
        left.add(tokens.word(i));
      }
    }
    return left.toString();
  }
}
