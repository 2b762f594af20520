package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter out = new StringWriter();
  private Duration time = Duration.ofHours(1);

  @Test
  void aBarGrowsAndSaysHowLongTheRestTakes() {
    try (ProgressLine line = line(true)) {
      line.at(0, 1_000);
      after(Duration.ofSeconds(5), line, 250);
      after(Duration.ofMillis(100), line, 260); // too soon to be worth another line
      after(Duration.ofMinutes(10), line, 500);
      after(Duration.ofMinutes(10), line, 1_000);
    }

    assertThat(out.toString().split("\r", -1))
        .containsExactly(
            "",
            "[                        ] 0 %",
            "[======                  ] 25 %, 15 s left",
            "[============            ] 50 %, 10 min left",
            "[========================] 100 %, 0 s left  ",
            " ".repeat(42),
            "");
  }

  @Test
  void nobodyLooksSoNothingIsSaid() {
    try (ProgressLine line = line(false)) {
      line.at(0, 10);
      after(Duration.ofSeconds(5), line, 10);
    }

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nothingToDoIsDone() {
    try (ProgressLine line = line(true)) {
      line.at(0, 0);
    }

    assertThat(out.toString()).startsWith("\r[========================] 100 %, 0 s left");
  }

  private ProgressLine line(boolean shown) {
    return new ProgressLine(new PrintWriter(out), shown, () -> time.toNanos());
  }

  private void after(Duration passed, ProgressLine line, long done) {
    time = time.plus(passed);
    line.at(done, 1_000);
  }
}
