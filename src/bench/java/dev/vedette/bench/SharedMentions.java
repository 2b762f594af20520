package dev.vedette.bench;

import dev.vedette.article.Article;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every engine must find, and the proof that it does: engines that found different things
 * could not be compared.
 *
 * <p>They differ in what a mention is. Vedette also finds a name that is hyphened, joined, broken
 * over lines or apostrophised, in scripts without spaces, and by variants; letter tables find it
 * across any one sign, and do not know that {@code é} may be two characters. So a mention is shared
 * if nobody can object to it:
 *
 * <ul>
 *   <li>the name and the words in the text are letters and digits with single spaces between, and
 *       equal once each unit is folded by itself ({@link UnitFolding});
 *   <li>beside it stand white space or plain punctuation, or nothing. A mark would belong to the
 *       last letter, and a full stop or comma between digits to a number;
 *   <li>it is no abbreviation in small letters, which Vedette takes for a word ({@code mid} for
 *       {@code MID}).
 * </ul>
 */
final class SharedMentions implements Engine.Mentions {

  /** As in {@code Name.Mode.FOLDED}. */
  private static final int LONGEST_ABBREVIATION = 5;

  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

  private final List<String> names;
  private final Set<Mention> all = new TreeSet<>();
  private final Set<Mention> shared = new TreeSet<>();
  private int number;
  private String text = "";

  /** One of them; ordered by place. */
  record Mention(int article, int start, int end, int name) implements Comparable<Mention> {
    @Override
    public int compareTo(Mention other) {
      int order = Integer.compare(article, other.article);
      order = order == 0 ? Integer.compare(start, other.start) : order;
      order = order == 0 ? Integer.compare(end, other.end) : order;
      return order == 0 ? Integer.compare(name, other.name) : order;
    }
  }

  private SharedMentions(List<String> names) {
    this.names = names;
  }

  /** Those that an engine finds. */
  static SharedMentions of(Engine engine, List<String> names, List<Article> articles) {
    SharedMentions mentions = new SharedMentions(names);
    for (mentions.number = 0; mentions.number < articles.size(); mentions.number++) {
      Article article = articles.get(mentions.number);
      mentions.text = article.body();
      engine.find(article, mentions);
    }
    return mentions;
  }

  @Override
  public void at(int name, int start, int end) {
    if (name == Engine.NO_NAME) {
      return;
    }
    Mention mention = new Mention(number, start, end, name);
    all.add(mention);
    if (isShared(names.get(name), start, end)) {
      shared.add(mention);
    }
  }

  private boolean isShared(String name, int start, int end) {
    String surface = text.substring(start, end);
    return isPlain(name)
        && isPlain(surface)
        && UnitFolding.words(surface).equals(UnitFolding.words(name))
        && isClear(start - 1)
        && isClear(end)
        && !isNumberPart(start - 1)
        && !isNumberPart(end)
        && !isSmallAbbreviation(name, surface);
  }

  private static boolean isPlain(String words) {
    return words.chars().allMatch(c -> c == ' ' || Character.isLetterOrDigit(c))
        && !words.contains("  ")
        && words.equals(words.strip());
  }

  private boolean isClear(int at) {
    return at < 0
        || at == text.length()
        || Character.isWhitespace(text.charAt(at))
        || ".,;:!?()\"".indexOf(text.charAt(at)) >= 0;
  }

  private boolean isNumberPart(int at) {
    return at > 0
        && at + 1 < text.length()
        && ".,".indexOf(text.charAt(at)) >= 0
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private static boolean isSmallAbbreviation(String name, String surface) {
    String letters = name.replace(" ", "");
    return letters.length() <= LONGEST_ABBREVIATION
        && letters.chars().allMatch(Character::isUpperCase)
        && !Character.isUpperCase(surface.charAt(0));
  }

  /** Whether it is an abbreviation in small letters, which Vedette does not take for a name. */
  boolean isSmallAbbreviation(Mention one, String body) {
    return isSmallAbbreviation(names.get(one.name), body.substring(one.start, one.end));
  }

  /** All that it found, shared or not. */
  Set<Mention> all() {
    return all;
  }

  Set<Mention> shared() {
    return shared;
  }

  /** Of name, start and end of all that are shared. */
  String checksum() {
    long sum = 0;
    for (Mention mention : shared) {
      sum = sum * FACTOR + mention.article;
      sum = sum * FACTOR + mention.name;
      sum = sum * FACTOR + mention.start;
      sum = sum * FACTOR + mention.end;
    }
    return String.format("%016x", sum);
  }

  /** What of the others' shared mentions is missing here, a few of them in words. */
  List<String> missing(SharedMentions others, List<Article> articles) {
    Set<Mention> missing = new HashSet<>(others.shared);
    missing.removeAll(shared);
    return missing.stream().sorted().limit(5).map(one -> describe(one, articles)).toList();
  }

  private String describe(Mention one, List<Article> articles) {
    Article article = articles.get(one.article());
    String words = article.body().substring(one.start(), one.end());
    return "'%s' at %d of article %s, for the name '%s'"
        .formatted(words, one.start(), article.id(), names.get(one.name()));
  }
}
