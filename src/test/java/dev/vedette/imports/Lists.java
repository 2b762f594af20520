package dev.vedette.imports;

import static java.util.stream.Collectors.joining;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lists for tests, and what was read of them in a line an entry. */
final class Lists {

  private Lists() {}

  static ListFile file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static ListFile file(String name, byte[] bytes) {
    return new ListFile(name, () -> new ByteArrayInputStream(bytes));
  }

  static Imported read(ListFormat format, ListFile... files) throws ListException {
    return Imported.read(format, Kind.PERSON, Arrays.asList(files), Choice.ALL);
  }

  /** {@code id kind: strong, strong ~ weak [tags]}. */
  static String told(List<Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                "%s %s: %s%s %s"
                    .formatted(
                        entry.id(),
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        names(entry.names()),
                        entry.weak().isEmpty() ? "" : " ~ " + names(entry.weak()),
                        entry.tags().stream().sorted().toList()))
        .collect(joining("\n"));
  }

  private static String names(List<Name> names) {
    return names.stream().map(Name::text).collect(joining(" | "));
  }
}
