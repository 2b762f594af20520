package dev.vedette.sink;

/**
 * How words stand out on a terminal: by colours, or by signs where there are none.
 *
 * @param colour whether the terminal shows colours
 */
public record Ink(boolean colour) {

  private static final String RESET = "\u001b[0m";

  /** A mention that counts. */
  public String mark(String text) {
    return colour ? "\u001b[1;30;43m" + text + RESET : "«" + text + "»";
  }

  /** A mention that is only shown. */
  public String idle(String text) {
    return colour ? "\u001b[4m" + text + RESET : "‹" + text + "›";
  }

  /** What the eye should find first. */
  public String bold(String text) {
    return styled("\u001b[1m", text);
  }

  /** What it may pass over. */
  public String dim(String text) {
    return styled("\u001b[2m", text);
  }

  /** What is as it should be, or more than before. */
  public String good(String text) {
    return styled("\u001b[32m", text);
  }

  /** What is not, or less than before. */
  public String bad(String text) {
    return styled("\u001b[31m", text);
  }

  /** In what the terminal makes of a code of ANSI's. */
  String styled(String code, String text) {
    return colour && !text.isEmpty() ? code + text + RESET : text;
  }

  /** Without control characters: what a page says must not steer the terminal that shows it. */
  public static String clean(String text) {
    return text.replaceAll("\\p{Cc}+", " ").replaceAll("[\\p{Cf}&&[^\u200c\u200d]]", "");
  }
}
