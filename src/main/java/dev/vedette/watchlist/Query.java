package dev.vedette.watchlist;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an analyst looks for when a name is not enough; its {@code toString} prints it back in the
 * language it was written in.
 *
 * <pre>
 *   query  = and  { "OR" and }
 *   and    = near { "AND" near }
 *   near   = unary { ( "NEAR/" n | "ONEAR/" n ) unary }
 *   unary  = "NOT" unary | "title:" unary | simple
 *   simple = "(" query ")" | word [ "*" ] | '"' words [ "*" ] '"' | "/" regex "/" | "@" entry
 *          | ( "url:" | "site:" | "source:" | "lang:" ) value
 * </pre>
 *
 * <p>So NOT binds closest, then NEAR, AND, OR. Two words side by side are a mistake: a phrase needs
 * quotation marks, anything else an operator. Operators are in capitals; in quotation marks they
 * are words.
 *
 * <ul>
 *   <li><b>Words and phrases</b> are found like names: whatever the case, accents, width, hyphens,
 *       apostrophes and spaces between them. {@code word*} finds what begins so, from two letters
 *       on.
 *   <li><b>AND, OR, NOT</b> speak of the whole article, title and body. NOT only takes away: it
 *       stands beside something to find, under AND.
 *   <li><b>NEAR/n</b>: within n words of each other, in either order; <b>ONEAR/n</b>: in this
 *       order. The word right beside is 1 away. Never across title and body. A Chinese, Japanese or
 *       Thai character is a word; a Korean word ends at a space.
 *   <li><b>title:</b> looks in the headline only. <b>url:</b> is part of the address, <b>site:</b>
 *       a host or its parent domain, <b>source:</b> a source's id, <b>lang:</b> a language tag or
 *       its beginning, all whatever the case. What is not known of an article rules nothing out.
 *   <li><b>@entry</b>: the mentions that count for another entry, of any watchlist, in this
 *       article.
 *   <li><b>/regex/</b>: RE2 syntax over the text as published, capitals included ({@code (?i)} for
 *       not), the longest of several matches; it must begin and end where words do. At most {@value
 *       Regex#MAX_LENGTH} characters.
 * </ul>
 */
public sealed interface Query {

  /**
   * Reads a query.
   *
   * @throws QuerySyntaxException if it is none, or could only ever match by what is absent
   */
  static Query parse(String text) {
    return new QueryParser(text).parse();
  }

  /**
   * All of them somewhere in the article.
   *
   * @param operands two or more, at least one of them something to find, unless it is a condition
   */
  record And(List<Query> operands) implements Query {
    /** Copies its list. */
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public String toString() {
      return joined(operands, " AND ", this);
    }
  }

  /**
   * Any of them.
   *
   * @param operands two or more
   */
  record Or(List<Query> operands) implements Query {
    /** Copies its list. */
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public String toString() {
      return joined(operands, " OR ", this);
    }
  }

  /**
   * Nowhere in the article.
   *
   * @param operand what must not be there
   */
  record Not(Query operand) implements Query {
    @Override
    public String toString() {
      return "NOT " + within(operand, strength(this));
    }
  }

  /**
   * Both, close together in one field.
   *
   * @param distance how many words from the one to the other at most; beside it is 1
   * @param ordered whether the left one must come first
   */
  record Near(Query left, Query right, int distance, boolean ordered) implements Query {

    /** The widest distance; what is further apart has nothing to do with each other. */
    static final int MAX_DISTANCE = 1000;

    @Override
    public String toString() {
      String operator = ordered ? " ONEAR/" : " NEAR/";
      return within(left, strength(this)) + operator + distance + " " + within(right, 4);
    }
  }

  /**
   * A word or phrase.
   *
   * @param text as written, without quotation marks; holds a letter or digit
   * @param prefix whether it is only how the last word begins
   */
  record Words(String text, boolean prefix) implements Query {
    @Override
    public String toString() {
      String all = prefix ? text + "*" : text;
      return QueryText.isBareWord(text) ? all : '"' + all + '"';
    }
  }

  /**
   * Only where the headline is.
   *
   * @param operand what to find there
   */
  record Title(Query operand) implements Query {
    @Override
    public String toString() {
      return "title:" + within(operand, strength(this));
    }
  }

  /**
   * Something known of the article besides its text.
   *
   * @param value as written
   */
  record Meta(Key key, String value) implements Query {

    /** What is known. */
    public enum Key {
      URL,
      SITE,
      SOURCE,
      LANG
    }

    @Override
    public String toString() {
      String scope = key.name().toLowerCase(Locale.ROOT) + ":";
      return scope + (QueryText.isValue(value) ? value : '"' + value + '"');
    }
  }

  /**
   * The mentions of another entry.
   *
   * @param entry its id
   */
  record Reference(String entry) implements Query {
    @Override
    public String toString() {
      return "@" + entry;
    }
  }

  /**
   * A regular expression that takes linear time.
   *
   * @param pattern compiled
   */
  record Regex(Pattern pattern) implements Query {

    /** The longest that is accepted, in UTF-16 units. */
    static final int MAX_LENGTH = 1000;

    @Override
    public String toString() {
      return "/" + pattern.pattern().replace("/", "\\/") + "/";
    }
  }

  /** Whether it finds words, which an alert can show; conditions and absences do not. */
  static boolean finds(Query query) {
    if (query instanceof And and) {
      return and.operands().stream().anyMatch(Query::finds);
    }
    if (query instanceof Or or) {
      return or.operands().stream().allMatch(Query::finds);
    }
    return !(query instanceof Not || query instanceof Meta);
  }

  /** What it is made of; none if it is simple. */
  static List<Query> parts(Query query) {
    if (query instanceof And and) {
      return and.operands();
    }
    if (query instanceof Or or) {
      return or.operands();
    }
    if (query instanceof Near near) {
      return List.of(near.left(), near.right());
    }
    if (query instanceof Not not) {
      return List.of(not.operand());
    }
    return query instanceof Title title ? List.of(title.operand()) : List.of();
  }

  private static int strength(Query query) {
    if (query instanceof Or) {
      return 1;
    }
    if (query instanceof And) {
      return 2;
    }
    return query instanceof Near ? 3 : 4;
  }

  private static String within(Query operand, int strength) {
    return strength(operand) < strength ? "(" + operand + ")" : operand.toString();
  }

  private static String joined(List<Query> operands, String operator, Query whole) {
    return operands.stream()
        .map(operand -> within(operand, strength(whole) + 1))
        .collect(Collectors.joining(operator));
  }
}
