package dev.vedette.config;

import org.jspecify.annotations.Nullable;

/**
 * What a text must look like, and what it then means.
 *
 * @param expected the words for it in {@code (expected: ...)}
 * @param parser reads it
 */
record Format<T>(String expected, Parser<T> parser) {

  /** Reads a text. */
  @FunctionalInterface
  interface Parser<T> {

    /**
     * The meaning of the text, or null if it is not as expected.
     *
     * @throws Unexpected if there is more to say about what is wrong with it
     */
    @Nullable T parse(String text) throws Unexpected;
  }

  /**
   * The meaning of the text.
   *
   * @throws Unexpected if it is not in this format
   */
  T read(String text) throws Unexpected {
    T meaning = parser.parse(text);
    if (meaning == null) {
      throw Unexpected.of(expected);
    }
    return meaning;
  }
}
