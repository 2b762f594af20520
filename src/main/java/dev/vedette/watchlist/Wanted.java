package dev.vedette.watchlist;

import dev.vedette.watchlist.CompiledEntry.Sought;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the entries of all lists look for, numbered in their order: the names of the
 * first entry, of the second, and so on. Kept is only which number an entry's names begin at; what
 * they are compiles anew when somebody asks, since few of a million are ever found.
 */
final class Wanted {

  private final List<Watchlist> lists;
  private final Entry[] entries;

  /** For each list the number of its first entry. */
  private final int[] firstEntries;

  /** For each entry the number of its first name, and after the last one how many there are. */
  private final int[] firstNames;

  private final int[] alwaysTried;
  private final Map<String, Integer> referred = new HashMap<>();
  private final @Nullable Known[] known = new Known[1 << 10];

  private record Known(int number, CompiledEntry entry) {}

  Wanted(List<Watchlist> lists) {
    this.lists = lists;
    this.entries = lists.stream().flatMap(list -> list.entries().stream()).toArray(Entry[]::new);
    this.firstEntries = new int[lists.size()];
    this.firstNames = new int[entries.length + 1];
    List<Integer> always = new ArrayList<>();
    int number = 0;
    for (int list = 0; list < firstEntries.length; list++) {
      firstEntries[list] = number;
      for (Entry entry : lists.get(list).entries()) {
        CompiledEntry compiled = CompiledEntry.of(number, lists.get(list), entry);
        firstNames[number + 1] = firstNames[number] + compiled.sought().size();
        if (compiled.alwaysTried()) {
          always.add(number);
        }
        number++;
      }
    }
    this.alwaysTried = always.stream().mapToInt(Integer::intValue).toArray();
    keepReferred();
  }

  private void keepReferred() {
    for (Entry entry : entries) {
      References.named(entry).forEach(id -> referred.put(id, -1));
    }
    for (int number = 0; !referred.isEmpty() && number < entries.length; number++) {
      referred.replace(entries[number].id(), number);
    }
  }

  /** How many names there are. */
  int names() {
    return firstNames[entries.length];
  }

  /** The numbers of the entries whose query can be true though none of their words is found. */
  int[] alwaysTried() {
    return alwaysTried;
  }

  Entry entry(int number) {
    return entries[number];
  }

  int firstName(int entry) {
    return firstNames[entry];
  }

  /** The entry that looks for a name. */
  int entryOf(int name) {
    int found = Arrays.binarySearch(firstNames, name);
    if (found < 0) {
      return -found - 2;
    }
    while (firstNames[found + 1] == name) {
      found++;
    }
    return found;
  }

  Sought sought(int name) {
    int entry = entryOf(name);
    return compiled(entry).sought().get(name - firstNames[entry]);
  }

  CompiledEntry compiled(int entry) {
    int place = entry & (known.length - 1);
    Known one = known[place];
    if (one == null || one.number != entry) {
      one = new Known(entry, CompiledEntry.of(entry, listOf(entry), entries[entry]));
      known[place] = one;
    }
    return one.entry;
  }

  /** The entry that others refer to by an id; null if no query does. */
  @Nullable CompiledEntry referred(String id) {
    Integer number = referred.get(id);
    return number == null ? null : compiled(number);
  }

  private Watchlist listOf(int entry) {
    int list = Arrays.binarySearch(firstEntries, entry);
    list = list < 0 ? -list - 2 : list;
    while (list + 1 < firstEntries.length && firstEntries[list + 1] == entry) {
      list++;
    }
    return lists.get(list);
  }
}
