package dev.vedette.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exactly once, in full; {@code .ci/run} has two minutes of it. */
class ChaosNightly {

  @Test
  void nothingIsLostOrToldTwiceThroughTwoHundredFaults(@TempDir Path directory) {
    assertThat(
            Chaos.run("--faults", "200", "--markers", "50000", "--directory", directory.toString()))
        .isZero();
  }
}
