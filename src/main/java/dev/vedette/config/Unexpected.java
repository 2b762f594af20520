package dev.vedette.config;

import org.jspecify.annotations.Nullable;

/** A text that is not what was expected there. Its message never repeats the text itself. */
final class Unexpected extends Exception {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final @Nullable String found;
  private final int position;

  private Unexpected(String expected, @Nullable String found, int position) {
    super("expected: " + expected);
    this.expected = expected;
    this.found = found;
    this.position = position;
  }

  /** The whole text is not what was expected. */
  static Unexpected of(String expected) {
    return new Unexpected(expected, null, 0);
  }

  /**
   * The text is wrong from one position on.
   *
   * @param found what to show instead of the whole text
   * @param position UTF-16 offset into the text
   */
  static Unexpected at(int position, String found, String expected) {
    return new Unexpected(expected, found, position);
  }

  /** The text is a secret, so that it cannot be shown. */
  static Unexpected secret(String expected) {
    return new Unexpected(expected, "<secret>", 0);
  }

  String expected() {
    return expected;
  }

  /** What to show, quoted where it is a quotation; null means the whole text. */
  @Nullable String found() {
    return found;
  }

  int position() {
    return position;
  }
}
