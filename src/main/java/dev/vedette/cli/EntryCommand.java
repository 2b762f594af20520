package dev.vedette.cli;

import dev.vedette.config.WatchlistReader;
import dev.vedette.config.WatchlistText;
import dev.vedette.imports.Slugs;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette entry}. */
@Command(
    name = "entry",
    description = {
      "Draft an entry for a watchlist.",
      "Says what its names will find in other scripts and spellings and who else is called so on"
          + " other lists, and adds first tests, which pass."
    },
    mixinStandardHelpOptions = true)
final class EntryCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "what it is called; the first name becomes its title and its id")
  private List<String> names = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "person",
      description = "person (default), organization, vessel, weapon, place or concept")
  private Kind kind = Kind.PERSON;

  @Option(names = "--id", paramLabel = "ID", description = "its id (default: made of the name)")
  private @Nullable String id;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description =
          "a watchlist, also one that imports a list, in which to look for others of that name; may"
              + " be given several times")
  private List<Path> lists = List.of();

  @Override
  public void run() {
    check();
    Draft draft = new Draft(entry());
    PrintWriter out = spec.commandLine().getOut();
    out.print(draft.spellings());
    out.print(draft.doubts());
    for (Path list : lists) {
      out.print(draft.others(list.toString(), WatchlistReader.entries(list)));
    }
    out.print(WatchlistText.entry(draft.tested(), (entry, name) -> ""));
    out.flush();
  }

  private void check() {
    for (String name : names) {
      if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
        throw new UsageException(
            "NAME: '%s' (expected: a name with at least one letter or digit)".formatted(name));
      }
    }
    if (id != null && !id.matches("[a-z0-9][a-z0-9-]*")) {
      throw new UsageException(
          "--id: '%s' (expected: lower-case letters, digits and hyphens)".formatted(id));
    }
  }

  private Entry entry() {
    List<Name> all = names.stream().map(String::strip).distinct().map(Name::of).toList();
    return new Entry(
        id == null ? Slugs.of(all.get(0).text()) : id,
        kind,
        all.get(0).text(),
        all,
        List.of(),
        List.of(),
        List.of(),
        null,
        Severity.MEDIUM,
        Set.of(),
        Filters.NONE,
        null,
        Entry.Tests.NONE);
  }
}
