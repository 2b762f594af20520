package dev.vedette.backtest;

/** What others wrote, put into a page. */
final class Html {

  private Html() {}

  /** Text that is nothing but text, wherever it stands, without what steers a line of text. */
  static String text(String text) {
    return text.replaceAll("\\p{Cc}+", " ")
        .replaceAll("[\\p{Cf}&&[^\u200c\u200d]]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
