package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InChunksTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 4097, 10_000})
  void whatIsDoneSideBySideIsTakenInOrder(int count) {
    List<Integer> numbers = new ArrayList<>();
    List<String> taken = new ArrayList<>();

    InChunks.forEach(
        count,
        String::valueOf,
        (text, number) -> {
          numbers.add(number);
          taken.add(text);
        });

    assertThat(numbers).isEqualTo(IntStream.range(0, count).boxed().toList());
    assertThat(taken).isEqualTo(IntStream.range(0, count).mapToObj(String::valueOf).toList());
  }

  @Test
  void whatFailsIsThrown() {
    assertThatThrownBy(
            () ->
                InChunks.forEach(
                    3,
                    number -> {
                      if (number == 1) {
                        throw new IllegalStateException("no " + number);
                      }
                      return number;
                    },
                    (done, at) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no 1");
  }
}
