package dev.vedette.imports;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries of a list.
 *
 * @param entries in the order of the files, with the list's own ids and tags; not empty
 * @param weak the names that were made weak and why, in the order of the entries
 * @param shared strong names that two entries have as their main one, in the order of the entries
 * @param leftOut what is not among the entries, the most frequent reasons first
 */
public record Imported(
    List<Entry> entries, List<Weak> weak, List<Weak> shared, List<LeftOut> leftOut) {

  /**
   * A name with what speaks against it.
   *
   * @param entry id of whom it names
   */
  public record Weak(String entry, String name, Doubt why) {}

  /** Programmes that a message names. */
  private static final int MOST_PROGRAMMES = 5;

  /** Copies its lists. */
  public Imported {
    entries = List.copyOf(entries);
    weak = List.copyOf(weak);
    shared = List.copyOf(shared);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads the files of a list.
   *
   * @param kind what all are, where the format does not tell
   * @param choice what of it is wanted, and how
   * @throws ListException if any file cannot be used, or there is nobody in them
   */
  public static Imported read(ListFormat format, Kind kind, List<ListFile> files, Choice choice)
      throws ListException {
    return read(format, kind, files, choice, Room.ofHeap());
  }

  /**
   * As {@link #read(ListFormat, Kind, List, Choice)}, where other lists are read as well.
   *
   * @param room what all of them may take
   * @throws ListException as there, or if this one is too much
   */
  public static Imported read(
      ListFormat format, Kind kind, List<ListFile> files, Choice choice, Room room)
      throws ListException {
    Gathering gathering = new Gathering(room);
    ListParser parser = format.parser(kind);
    for (ListFile file : files) {
      try {
        parser.read(file, gathering);
      } catch (IOException e) {
        throw new ListException(file.name(), 0, String.valueOf(e.getMessage()));
      }
    }
    parser.end(gathering);
    List<Listed> listed = gathering.entries();
    List<Listed> chosen = listed.stream().filter(choice::takes).toList();
    if (chosen.isEmpty()) {
      boolean nobody = listed.isEmpty();
      throw new ListException(
          files.get(0).name(),
          0,
          nobody
              ? "names nobody (expected: a list of names)"
              : "names nobody who is wanted (expected: %s)".formatted(known(listed)));
    }
    return of(chosen, new Doubts(listed), choice, gathering.leftOut());
  }

  /** The programmes of a list that has some, the most frequent first. */
  private static String known(List<Listed> listed) {
    Map<String, Long> programmes =
        listed.stream()
            .flatMap(one -> one.tags().stream())
            .filter(tag -> tag.startsWith(Sketch.PROGRAMME))
            .map(tag -> tag.substring(Sketch.PROGRAMME.length()))
            .collect(Collectors.groupingBy(programme -> programme, Collectors.counting()));
    String some =
        programmes.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_PROGRAMMES)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return some.isEmpty()
        ? "no programmes, as this list has none"
        : "programmes that it has, such as " + some;
  }

  /**
   * @param doubts of the whole list, whatever is wanted of it
   */
  private static Imported of(
      List<Listed> listed, Doubts doubts, Choice choice, List<LeftOut> leftOut) {
    List<Entry> entries = new ArrayList<>();
    List<Weak> weak = new ArrayList<>();
    List<Weak> shared = new ArrayList<>();
    for (Listed one : listed) {
      List<Name> strong = new ArrayList<>();
      List<Name> doubtful = new ArrayList<>();
      for (Alias alias : one.aliases()) {
        Doubt found = choice.isStrong(alias) ? null : doubts.of(alias, one);
        Doubt doubt = found == null && choice.isWeak(alias) ? Doubt.CHOSEN : found;
        Name name = new Name(alias.text(), doubts.mode(alias, one.kind()), 0, false);
        (doubt == null ? strong : doubtful).add(name);
        if (doubt != null) {
          weak.add(new Weak(one.id(), alias.text(), doubt));
        } else if (doubts.isShared(alias)) {
          shared.add(new Weak(one.id(), alias.text(), Doubt.SHARED));
        }
      }
      entries.add(
          entry(one.id(), one.kind(), one.aliases().get(0).text(), strong, doubtful, one.tags()));
    }
    return new Imported(entries, weak, shared, leftOut);
  }

  /** The same with some more of its strong names made weak. */
  Imported doubting(Set<Weak> more) {
    Map<String, List<Weak>> known = weak.stream().collect(Collectors.groupingBy(Weak::entry));
    Map<String, List<Weak>> added = more.stream().collect(Collectors.groupingBy(Weak::entry));
    List<Entry> doubted = new ArrayList<>();
    List<Weak> all = new ArrayList<>();
    for (Entry entry : entries) {
      List<Weak> some = added.getOrDefault(entry.id(), List.of());
      Set<String> texts = some.stream().map(Weak::name).collect(Collectors.toSet());
      all.addAll(known.getOrDefault(entry.id(), List.of()));
      List<Name> strong = new ArrayList<>();
      List<Name> doubtful = new ArrayList<>(entry.weak());
      for (Name name : entry.names()) {
        boolean now = texts.contains(name.text());
        (now ? doubtful : strong).add(name);
        some.stream().filter(one -> now && one.name().equals(name.text())).forEach(all::add);
      }
      doubted.add(
          some.isEmpty()
              ? entry
              : entry(entry.id(), entry.kind(), entry.title(), strong, doubtful, entry.tags()));
    }
    return new Imported(
        doubted, all, shared.stream().filter(one -> !isIn(more, one)).toList(), leftOut);
  }

  private static boolean isIn(Set<Weak> some, Weak one) {
    return some.stream()
        .anyMatch(other -> other.entry().equals(one.entry()) && other.name().equals(one.name()));
  }

  private static Entry entry(
      String id, Kind kind, String title, List<Name> strong, List<Name> weak, Set<String> tags) {
    return new Entry(
        id,
        kind,
        title,
        strong,
        weak,
        strong.isEmpty() ? Witnesses.of(kind) : List.of(),
        List.of(),
        null,
        Severity.MEDIUM,
        tags,
        Filters.NONE,
        null,
        Entry.Tests.NONE);
  }
}
