package dev.vedette.config;

import dev.vedette.config.WatchlistFiles.WatchlistFile;
import dev.vedette.imports.Room;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.EntryProblem;
import dev.vedette.watchlist.TestOutcome;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory of watchlists: every {@code *.yaml} and {@code *.yml} right in it, except
 * hidden files and directories under it; {@code *-test.yaml} are tests of the others. All or
 * nothing.
 */
public final class WatchlistReader {

  private static final Pattern REFERENCE = Pattern.compile("query: '(@[^']+)' .*");

  private final Problems problems = new Problems();
  private final Map<String, String> edits = new HashMap<>();
  private final @Nullable Set<String> sourceIds;
  private final Map<String, Value> listIds = new HashMap<>();
  private final Map<String, Value> entryIds = new HashMap<>();
  private final Map<String, Value> queries = new HashMap<>();
  private final List<Value> testPlaces = new ArrayList<>();
  private final List<String> importVersions = new ArrayList<>();
  private final Room room;

  private WatchlistReader(@Nullable Set<String> sourceIds) {
    this(sourceIds, Room.ofHeap());
  }

  private WatchlistReader(@Nullable Set<String> sourceIds, Room room) {
    this.sourceIds = sourceIds;
    this.room = room;
  }

  /**
   * As {@link #read(Path, Set)}, where the sources are not known: any name passes for one.
   *
   * @throws ConfigException as there
   */
  public static Watchlists read(Path directory) {
    return load(directory, null).passed();
  }

  /**
   * The watchlists of a directory, all of whose own tests pass.
   *
   * @param sourceIds the sources that {@code sources:} can name
   * @throws ConfigException if anything is wrong with any file, or a test fails; it names
   *     everything that is
   */
  public static Watchlists read(Path directory, Set<String> sourceIds) {
    return load(directory, sourceIds).passed();
  }

  /**
   * The watchlists of a directory, whether or not their own tests pass.
   *
   * @param sourceIds the sources that {@code sources:} can name; null if they are not known
   * @throws ConfigException if anything is wrong with any file; it names everything that is
   */
  public static LoadedWatchlists load(Path directory, @Nullable Set<String> sourceIds) {
    return new WatchlistReader(sourceIds).load(directory);
  }

  /**
   * As {@link #load(Path, Set)}, where the sources are not known.
   *
   * @param room what the lists that the watchlists import may take together
   */
  static LoadedWatchlists loadWithin(Room room, Path directory) {
    return new WatchlistReader(null, room).load(directory);
  }

  /**
   * The watchlists of a directory as they would be if one of its files said something else.
   *
   * @param name of the file, which need not exist
   * @param text what it would say; it can import only what the file imports as it is
   * @throws ConfigException if anything is wrong with any file; it names everything that is
   */
  public static LoadedWatchlists loadEdited(
      Path directory, Set<String> sourceIds, String name, String text) {
    WatchlistReader reader = new WatchlistReader(sourceIds);
    reader.edits.put(name, text);
    return reader.load(directory);
  }

  /** Whether a file of this name holds a watchlist. */
  public static boolean isWatchlist(Path file) {
    return WatchlistFiles.holdsWatchlist(file.getFileName().toString());
  }

  /**
   * The entries of a single file, whatever stands beside it; their tests are not tried.
   *
   * @throws ConfigException if anything is wrong with it; it names everything that is
   */
  public static List<Entry> entries(Path file) {
    WatchlistReader reader = new WatchlistReader(null);
    String text = TextFile.read(file, reader.problems);
    Watchlist list = text == null ? null : reader.watchlist(new WatchlistFile(file, text));
    reader.problems.throwIfAny();
    return list == null ? List.of() : list.entries();
  }

  private LoadedWatchlists load(Path directory) {
    List<WatchlistFile> files = WatchlistFiles.read(directory, problems, edits);
    List<Watchlist> lists = new ArrayList<>();
    for (WatchlistFile file : files) {
      Watchlist list = watchlist(file);
      if (list != null) {
        lists.add(list);
      }
    }
    checkReferences(lists);
    List<Watchtest> tests = tests(directory);
    problems.throwIfAny();
    Watchlists watchlists = Watchlists.of(lists, WatchlistFiles.version(files, importVersions));
    List<Trial> trials = trials(watchlists.test());
    tests.forEach(test -> trials.add(test.run(watchlists)));
    return new LoadedWatchlists(watchlists, trials);
  }

  private List<Watchtest> tests(Path directory) {
    return WatchlistFiles.readTests(directory, problems).stream()
        .flatMap(
            file ->
                WatchtestReader.read(file, listIds.keySet(), entryIds.keySet(), problems).stream())
        .toList();
  }

  private @Nullable Watchlist watchlist(WatchlistFile file) {
    Document document = Document.plain(TextFile.nameOf(file.path()), problems);
    Section section = Section.top(file.text(), document, WatchlistKeys.WATCHLIST);
    if (section == null) {
      return null;
    }
    if (section.self().isEmpty()) {
      problems.add(document.name(), "is empty (expected: watchlist: and entries:)");
      return null;
    }
    String id = section.require("watchlist", Formats.ID, "");
    claim(id, section.value("watchlist"), listIds);
    if (!section.has("entries") && !section.has("import")) {
      section.self().mistake("entries is missing (expected: a list of entries)");
    }
    List<Entry> entries = entries(section);
    entries.addAll(imported(section, file));
    return new Watchlist(
        id,
        section.get("title", Formats.TEXT, id),
        entries,
        section.get("topic", Formats.BOOLEAN, false));
  }

  private List<Entry> entries(Section list) {
    Shared ofAll = Shared.read(list, Shared.DEFAULTS, sourceIds);
    List<Entry> entries = new ArrayList<>();
    for (Value item : list.items("entries", "a list of entries")) {
      Section section = item.section(WatchlistKeys.ENTRY);
      if (section.isReadable()) {
        EntryReader reader = new EntryReader(section);
        Entry entry = reader.read(Shared.read(section, ofAll, sourceIds));
        claim(entry.id(), section.value("id"), entryIds);
        Value query = section.value("query");
        if (query != null) {
          queries.putIfAbsent(entry.id(), query);
        }
        testPlaces.addAll(reader.testPlaces());
        entries.add(entry);
      }
    }
    return entries;
  }

  private List<Entry> imported(Section list, WatchlistFile file) {
    ImportReader.Read read =
        new ImportReader(file.path(), file.mayImport(), room, problems)
            .read(list, Shared.read(list, Shared.DEFAULTS, sourceIds));
    if (read == null) {
      return List.of();
    }
    importVersions.add(read.version());
    read.claim(entryIds);
    return read.entries();
  }

  private static void claim(String id, @Nullable Value written, Map<String, Value> taken) {
    Value first = id.isEmpty() || written == null ? null : taken.putIfAbsent(id, written);
    if (first != null && written != null) {
      written.unexpected("an id of its own; " + first.line() + " has the same");
    }
  }

  /**
   * Reports what queries refer to in vain. Where an entry's own id was a mistake, others may well
   * refer to it; so this waits until the ids are right.
   */
  private void checkReferences(List<Watchlist> lists) {
    boolean named =
        lists.stream().flatMap(list -> list.entries().stream()).noneMatch(e -> e.id().isEmpty());
    for (EntryProblem problem : named ? Watchlists.problems(lists) : List.<EntryProblem>of()) {
      Value query = queries.get(problem.entry());
      Matcher matcher = REFERENCE.matcher(problem.message());
      if (query != null && matcher.matches()) {
        query.mistakeAt(matcher.group(1), problem.message().substring("query: ".length()));
      }
    }
  }

  private List<Trial> trials(List<TestOutcome> outcomes) {
    List<Trial> trials = new ArrayList<>();
    for (TestOutcome outcome : outcomes) {
      trials.add(testPlaces.get(trials.size()).trial(outcome));
    }
    return trials;
  }
}
