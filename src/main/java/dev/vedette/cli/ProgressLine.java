package dev.vedette.cli;

import dev.vedette.stream.ArticleLog;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Long work on a terminal: a bar, how much is done and how long the rest will take, on one line.
 */
final class ProgressLine implements ArticleLog.Progress, AutoCloseable {

  private static final int WIDTH = 24;
  private static final long INTERVAL_NANOS = 200_000_000;

  /** Before this much is done, nobody can say how long the rest takes. */
  private static final double TELLING = 0.02;

  private final PrintWriter out;
  private final boolean shown;
  private final LongSupplier nanos;
  private final long begin;
  private long told;
  private int length;

  /**
   * @param shown whether anybody looks
   * @param nanos the time, from any point on
   */
  ProgressLine(PrintWriter out, boolean shown, LongSupplier nanos) {
    this.out = out;
    this.shown = shown;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.told = begin - INTERVAL_NANOS;
  }

  @Override
  public void at(long done, long all) {
    long now = nanos.getAsLong();
    if (shown && now - told >= INTERVAL_NANOS) {
      told = now;
      show(line(all == 0 ? 1 : (double) done / all, (now - begin) / 1e9));
    }
  }

  private static String line(double share, double seconds) {
    int full = (int) (share * WIDTH);
    String left =
        share < TELLING
            ? ""
            : ", " + span((long) Math.ceil(seconds * (1 - share) / share)) + " left";
    return String.format(
        Locale.ROOT,
        "[%s%s] %d %%%s",
        "=".repeat(full),
        " ".repeat(WIDTH - full),
        (int) (share * 100),
        left);
  }

  private static String span(long seconds) {
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }

  /** What was longer before is overwritten by spaces. */
  private void show(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
    out.flush();
    length = line.length();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (length > 0) {
      out.print("\r" + " ".repeat(length) + "\r");
      out.flush();
    }
  }
}
