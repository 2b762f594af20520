package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What became of entries from one version to the next.
 *
 * @param added those with a new id, in their order
 * @param removed those whose id is gone, in their order
 * @param changed those that say something else than before, in their new order
 * @param same how many are as they were
 */
public record EntryChanges(
    List<Entry> added, List<Entry> removed, List<Changed> changed, int same) {

  /**
   * An entry that says something else than before.
   *
   * @param now as it is now
   * @param what in words, such as {@code names: +'Qasem Soleimani'}; not empty
   */
  public record Changed(Entry now, List<String> what) {

    /** Copies its list. */
    public Changed {
      what = List.copyOf(what);
    }
  }

  /** Copies its lists. */
  public EntryChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** Compares two versions; ids are unique in each. */
  public static EntryChanges between(List<Entry> before, List<Entry> now) {
    Map<String, Entry> old = new LinkedHashMap<>();
    before.forEach(entry -> old.put(entry.id(), entry));
    List<Entry> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    int same = 0;
    for (Entry entry : now) {
      Entry was = old.remove(entry.id());
      if (was == null) {
        added.add(entry);
      } else if (was.equals(entry)) {
        same++;
      } else {
        changed.add(new Changed(entry, differences(was, entry)));
      }
    }
    return new EntryChanges(added, List.copyOf(old.values()), changed, same);
  }

  /** Whether all is as it was. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  private static List<String> differences(Entry was, Entry now) {
    List<String> all = new ArrayList<>();
    if (was.kind() != now.kind()) {
      all.add("kind: " + now.kind());
    }
    if (!was.title().equals(now.title())) {
      all.add("title: '" + now.title() + "'");
    }
    addSets("names", names(was.names()), names(now.names()), all);
    addSets("weak", names(was.weak()), names(now.weak()), all);
    addSets("context", names(was.context()), names(now.context()), all);
    addSets("not", names(was.not()), names(now.not()), all);
    addSets("tags", was.tags(), now.tags(), all);
    addOther("query", was, now, Entry::query, all);
    addOther("severity", was, now, Entry::severity, all);
    addOther("filters", was, now, Entry::filters, all);
    addOther("silence", was, now, Entry::silence, all);
    addOther("limits", was, now, Entry::limits, all);
    addOther("tests", was, now, Entry::tests, all);
    return all.isEmpty() ? List.of("order or match of names") : all;
  }

  private static Set<String> names(List<Name> names) {
    Set<String> texts = new TreeSet<>();
    names.forEach(name -> texts.add(name.text()));
    return texts;
  }

  private static void addSets(
      String key, Collection<String> was, Collection<String> now, List<String> all) {
    StringBuilder words = new StringBuilder();
    new TreeSet<>(now)
        .stream().filter(one -> !was.contains(one)).forEach(one -> words.append(" +'" + one + "'"));
    new TreeSet<>(was)
        .stream().filter(one -> !now.contains(one)).forEach(one -> words.append(" -'" + one + "'"));
    if (!words.isEmpty()) {
      all.add(key + ":" + words);
    }
  }

  private static void addOther(
      String key, Entry was, Entry now, Function<Entry, Object> part, List<String> all) {
    if (!String.valueOf(part.apply(was)).equals(String.valueOf(part.apply(now)))) {
      all.add(key);
    }
  }
}
