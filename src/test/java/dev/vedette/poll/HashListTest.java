package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashListTest {

  @Test
  void isTheListThatItWasMadeOf() {
    List<String> hashes =
        List.of("0000000000000000", "ffffffffffffffff", "00112233445566ff", "8000000000000001");

    List<String> small = HashList.of(hashes);

    assertThat(small).isInstanceOf(HashList.class).isEqualTo(hashes).hasSameHashCodeAs(hashes);
    assertThat(HashList.of(small)).isSameAs(small);
    assertThat(HashList.of(List.of())).isEmpty();
  }

  @Test
  void keepsWhatIsNoHashAsItIs() {
    for (String other : List.of("", "00112233445566FF", "00112233445566f", "zz112233445566ff")) {
      List<String> list = new ArrayList<>(List.of("00112233445566ff", other));

      List<String> copy = HashList.of(list);
      list.clear();

      assertThat(copy).containsExactly("00112233445566ff", other);
    }
  }
}
