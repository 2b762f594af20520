package dev.vedette.cli;

import dev.vedette.config.Words;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Watchlists;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries that a command can be asked about. */
final class EntryIds {

  private EntryIds() {}

  /**
   * Makes sure that an entry exists.
   *
   * @param parameter of the command line that names it
   * @param id null if none was asked for
   * @param versions of the watchlists; one that has it is enough
   * @throws UsageException if there is no such entry
   */
  static void require(String parameter, @Nullable String id, Watchlists... versions) {
    List<String> ids =
        Stream.of(versions)
            .flatMap(lists -> lists.lists().stream())
            .flatMap(list -> list.entries().stream())
            .map(Entry::id)
            .toList();
    if (id != null && !ids.contains(id)) {
      throw new UsageException(
          "%s: '%s' (expected: the id of an entry%s)"
              .formatted(parameter, id, Words.didYouMean(id, ids)));
    }
  }
}
