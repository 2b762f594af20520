package dev.vedette.watchlist;

/** The text of a query and how far it has been read. */
final class QueryText {

  private final String text;
  private int at;

  QueryText(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void returnTo(int position) {
    at = position;
  }

  void skip() {
    at++;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /** What stands in the quotation marks that begin here. */
  String quoted() {
    int start = at++;
    int from = at;
    while (!isQuote(next())) {
      if (isAtEnd()) {
        throw mistake(start, "a '\"' at the end of the phrase");
      }
      at++;
    }
    return text.substring(from, at++);
  }

  /** The regular expression between the slashes that begin here; {@code \/} is a slash in it. */
  String regex() {
    int start = at;
    StringBuilder regex = new StringBuilder();
    for (at++; next() != '/'; at++) {
      if (next() == '\\' && at + 1 < text.length()) {
        at++;
        regex.append(next() == '/' ? "" : "\\");
      }
      if (isAtEnd()) {
        throw mistake(start, "a '/' at the end of the regular expression");
      }
      regex.append(next());
    }
    at++;
    return regex.toString();
  }

  /** Reads over a word if it is this one. */
  boolean takesKeyword(String keyword) {
    skipSpaces();
    int start = at;
    if (bareWord().equals(keyword)) {
      return true;
    }
    at = start;
    return false;
  }

  /** Whether a word, with or without a distance, is this one. */
  boolean startsKeyword(String keyword) {
    skipSpaces();
    int start = at;
    String word = bareWord();
    at = start;
    return word.equals(keyword) || word.startsWith(keyword + "/");
  }

  /** All up to a space, bracket or quotation mark; may be empty. */
  String bareWord() {
    int start = at;
    while (!isAtEnd() && !endsWord(next())) {
      at++;
    }
    return text.substring(start, at);
  }

  void skipSpaces() {
    while (!isAtEnd() && isSpace(next())) {
      at++;
    }
  }

  /** The next character; a space at the end, which ends everything but what must be closed. */
  char next() {
    return isAtEnd() ? ' ' : text.charAt(at);
  }

  QuerySyntaxException mistake(int position, String expected) {
    return new QuerySyntaxException(text, position, expected);
  }

  /** Whether a word can be printed without quotation marks and read back. */
  static boolean isBareWord(String word) {
    return isValue(word)
        && word.indexOf(':') <= 0
        && word.charAt(0) != '/'
        && word.charAt(0) != '@'
        && !isKeyword(word);
  }

  /** Whether the value of a scope can be printed without quotation marks and read back. */
  static boolean isValue(String value) {
    return !value.isEmpty() && value.chars().noneMatch(c -> endsWord((char) c));
  }

  static boolean isKeyword(String word) {
    return switch (word) {
      case "AND", "OR", "NOT", "NEAR", "ONEAR" -> true;
      default -> word.startsWith("NEAR/") || word.startsWith("ONEAR/");
    };
  }

  private static boolean endsWord(char c) {
    return isSpace(c) || c == '(' || c == ')' || isQuote(c);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
