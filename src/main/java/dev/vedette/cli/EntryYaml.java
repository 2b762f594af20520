package dev.vedette.cli;

import dev.vedette.config.EntryText;
import dev.vedette.config.WatchlistText;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.util.Optional;

/** What makes an entry, for people to read. */
final class EntryYaml {

  private EntryYaml() {}

  /**
   * The part of its file that makes an entry; of one that was imported, what that part would be.
   * Empty if no watchlist has it.
   *
   * @param directory of the watchlists' files
   */
  static Optional<String> of(Path directory, Watchlists inForce, String id) {
    return EntryText.of(directory, id)
        .map(EntryText::yaml)
        .or(
            () ->
                inForce.lists().stream()
                    .flatMap(list -> list.entries().stream())
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .map(EntryYaml::written));
  }

  private static String written(Entry entry) {
    String yaml = WatchlistText.entry(entry, (any, name) -> "").stripTrailing().stripIndent();
    return "# read from the list that its watchlist imports\n" + yaml;
  }
}
