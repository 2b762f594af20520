package dev.vedette.watchlist;

import dev.vedette.watchlist.Query.Meta;
import dev.vedette.watchlist.Query.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a {@link Query}; each method is a line of its grammar. */
final class QueryParser {

  private static final int DEEPEST = 50;
  private static final int LONGEST_CHAIN = 10;
  private static final String OPERAND =
      "a word, a \"phrase\", a group in ( ), a /regex/, an @entry, or one of NOT, title:, url:,"
          + " site:, source: and lang:";

  private final QueryText text;
  private int depth;

  QueryParser(String text) {
    this.text = new QueryText(text);
  }

  Query parse() {
    Query query = or();
    if (!text.isAtEnd()) {
      throw text.mistake(text.at(), text.next() == ')' ? "a '(' before this ')'" : afterOperand());
    }
    return finding(query, 0, "something to find; NOT, url:, site:, source: and lang: only narrow");
  }

  private static String afterOperand() {
    return "AND, OR, NEAR/n or ONEAR/n between words, or quotation marks around a phrase";
  }

  private Query or() {
    int start = text.at();
    List<Query> operands = new ArrayList<>(List.of(and()));
    while (text.takesKeyword("OR")) {
      operands.add(and());
    }
    if (operands.size() == 1) {
      return operands.get(0);
    }
    boolean finds = Query.finds(operands.get(0));
    if (operands.stream().anyMatch(operand -> Query.finds(operand) != finds)) {
      throw text.mistake(start, "something to find on every side of OR; conditions go under AND");
    }
    return new Query.Or(operands);
  }

  private Query and() {
    List<Query> operands = new ArrayList<>(List.of(near()));
    while (text.takesKeyword("AND")) {
      operands.add(near());
    }
    return operands.size() == 1 ? operands.get(0) : new Query.And(operands);
  }

  private Query near() {
    text.skipSpaces();
    int start = text.at();
    Query left = unary();
    for (int links = 0; ; links++) {
      boolean ordered = text.startsKeyword("ONEAR");
      if (!ordered && !text.startsKeyword("NEAR")) {
        return left;
      }
      if (links == LONGEST_CHAIN) {
        throw text.mistake(text.at(), "at most " + LONGEST_CHAIN + " NEARs in a row");
      }
      int distance = distance(ordered ? "ONEAR" : "NEAR");
      finding(left, start, "something to find on both sides of NEAR");
      text.skipSpaces();
      int second = text.at();
      Query right = finding(unary(), second, "something to find on both sides of NEAR");
      left = new Near(left, right, distance, ordered);
    }
  }

  private int distance(String operator) {
    int start = text.at();
    String word = text.bareWord();
    String digits = word.startsWith(operator + "/") ? word.substring(operator.length() + 1) : "";
    if (digits.matches("[0-9]{1,4}")) {
      int distance = Integer.parseInt(digits);
      if (distance >= 1 && distance <= Near.MAX_DISTANCE) {
        return distance;
      }
    }
    throw text.mistake(start, operator + "/n, with n from 1 to " + Near.MAX_DISTANCE);
  }

  private Query unary() {
    if (++depth > DEEPEST) {
      throw text.mistake(text.at(), "at most " + DEEPEST + " groups in each other");
    }
    Query query = text.takesKeyword("NOT") ? new Query.Not(unary()) : simple();
    depth--;
    return query;
  }

  private Query simple() {
    text.skipSpaces();
    int start = text.at();
    switch (text.next()) {
      case '(' -> {
        text.skip();
        Query query = or();
        expect(')');
        return query;
      }
      case '"', '“', '”' -> {
        return words(text.quoted(), start);
      }
      case '/' -> {
        return regex(start);
      }
      case '@' -> {
        text.skip();
        String entry = text.bareWord();
        if (entry.isEmpty()) {
          throw text.mistake(start, "the id of an entry after @");
        }
        return new Query.Reference(entry);
      }
      default -> {
        return wordOrScope(start);
      }
    }
  }

  private Query wordOrScope(int start) {
    String word = text.bareWord();
    if (word.isEmpty() || QueryText.isKeyword(word)) {
      throw text.mistake(start, OPERAND);
    }
    int colon = word.indexOf(':');
    if (colon <= 0) {
      return words(word, start);
    }
    text.returnTo(start + colon + 1);
    String scope = word.substring(0, colon);
    if (scope.equals("title")) {
      return new Query.Title(finding(unary(), start + colon + 1, "something to find after title:"));
    }
    for (Meta.Key key : Meta.Key.values()) {
      if (scope.equals(key.name().toLowerCase(Locale.ROOT))) {
        return new Meta(key, value());
      }
    }
    throw text.mistake(
        start, "title:, url:, site:, source: or lang:, or quotation marks around a word with ':'");
  }

  private String value() {
    int start = text.at();
    String value = QueryText.isQuote(text.next()) ? text.quoted() : text.bareWord();
    if (value.isBlank()) {
      throw text.mistake(start, "a value right after ':'");
    }
    return value;
  }

  private Query.Words words(String written, int start) {
    boolean prefix = written.endsWith("*");
    String words = prefix ? written.substring(0, written.length() - 1) : written;
    if (words.indexOf('*') >= 0) {
      throw text.mistake(start, "* only at the end of a word");
    }
    if (prefix && lettersAtEnd(words) < 2) {
      throw text.mistake(start, "two letters or more before *");
    }
    if (!Name.hasWord(words)) {
      throw text.mistake(start, OPERAND);
    }
    return new Query.Words(words, prefix);
  }

  private static int lettersAtEnd(String words) {
    int letters = 0;
    for (int at = words.length(); at > 0; letters++) {
      int codePoint = words.codePointBefore(at);
      if (!Character.isLetterOrDigit(codePoint)) {
        return letters;
      }
      at -= Character.charCount(codePoint);
    }
    return letters;
  }

  private Query.Regex regex(int start) {
    return new Query.Regex(Regexes.compile(text, start, text.regex()));
  }

  private void expect(char c) {
    text.skipSpaces();
    if (text.next() != c) {
      throw text.mistake(text.at(), text.isAtEnd() ? "'" + c + "'" : afterOperand());
    }
    text.skip();
  }

  private Query finding(Query query, int position, String expected) {
    if (!Query.finds(query)) {
      throw text.mistake(position, expected);
    }
    return query;
  }
}
