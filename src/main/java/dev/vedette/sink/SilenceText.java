package dev.vedette.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A silence in words: {@code silenced until 2027-01-01T00:00:00Z by Kim: known}. */
public final class SilenceText {

  private SilenceText() {}

  /**
   * On one line, cleaned.
   *
   * @param until null if somebody must end it
   * @param reason empty if none is given
   * @param by empty if nobody is named
   */
  public static String of(@Nullable Instant until, String reason, String by) {
    return "silenced"
        + (until == null ? "" : " until " + until)
        + (by.isEmpty() ? "" : " by " + Ink.clean(by))
        + (reason.isEmpty() ? "" : ": " + Ink.clean(reason));
  }
}
