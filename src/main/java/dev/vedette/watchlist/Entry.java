package dev.vedette.watchlist;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an analyst follows.
 *
 * @param id unique over all watchlists
 * @param kind what it is
 * @param title what to call it in an alert
 * @param names strong: any one of them is a match by itself
 * @param weak count only in a text that also has a strong name or one of {@code context}
 * @param context words that vouch for a weak name; no hits themselves
 * @param not longer names that are somebody else: words inside them never count
 * @param query for concepts; null where names are enough. An entry matches by a name or its query
 * @param severity of its alerts
 * @param tags travel into the alert
 * @param filters where it looks
 * @param silence null unless silenced in its file
 * @param limits how many of its alerts are told, and how often
 * @param tests texts that must match, and texts that must not
 */
public record Entry(
    String id,
    Kind kind,
    String title,
    List<Name> names,
    List<Name> weak,
    List<Name> context,
    List<Name> not,
    @Nullable Query query,
    Severity severity,
    Set<String> tags,
    Filters filters,
    @Nullable Silence silence,
    Limits limits,
    Tests tests) {

  /** Copies its lists, so that nothing changes under a running match. */
  public Entry {
    names = List.copyOf(names);
    weak = List.copyOf(weak);
    context = List.copyOf(context);
    not = List.copyOf(not);
    tags = Set.copyOf(tags);
  }

  /** One that says nothing of limits. */
  public Entry(
      String id,
      Kind kind,
      String title,
      List<Name> names,
      List<Name> weak,
      List<Name> context,
      List<Name> not,
      @Nullable Query query,
      Severity severity,
      Set<String> tags,
      Filters filters,
      @Nullable Silence silence,
      Tests tests) {
    this(
        id,
        kind,
        title,
        names,
        weak,
        context,
        not,
        query,
        severity,
        tags,
        filters,
        silence,
        Limits.DEFAULTS,
        tests);
  }

  /** The same under another id. */
  public Entry withId(String another) {
    return new Entry(
        another, kind, title, names, weak, context, not, query, severity, tags, filters, silence,
        limits, tests);
  }

  /**
   * What the entry's author expects of it.
   *
   * @param match texts that must raise an alert
   * @param noMatch texts that must not
   */
  public record Tests(List<String> match, List<String> noMatch) {

    /** No expectations. */
    public static final Tests NONE = new Tests(List.of(), List.of());

    /** Copies its lists. */
    public Tests {
      match = List.copyOf(match);
      noMatch = List.copyOf(noMatch);
    }
  }
}
