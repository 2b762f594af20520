package dev.vedette.imports;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody wants of a list, and knows better than it.
 *
 * @param programmes only entries of these; empty means all. Capitals make no difference
 * @param except ids of entries that are left out
 * @param strong names that are strong whatever speaks against them; capitals make no difference
 * @param weak names that are weak although nothing does
 */
public record Choice(
    Set<String> programmes, Set<String> except, Set<String> strong, Set<String> weak) {

  /** All of it, as it is. */
  public static final Choice ALL = new Choice(Set.of(), Set.of(), Set.of(), Set.of());

  /** Copies its sets. */
  public Choice {
    programmes = lower(programmes);
    except = Set.copyOf(except);
    strong = lower(strong);
    weak = lower(weak);
  }

  private static Set<String> lower(Set<String> texts) {
    return texts.stream()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an entry is wanted. */
  boolean takes(Listed listed) {
    return !except.contains(listed.id())
        && (programmes.isEmpty()
            || listed.tags().stream()
                .anyMatch(
                    tag ->
                        tag.startsWith(Sketch.PROGRAMME)
                            && programmes.contains(
                                tag.substring(Sketch.PROGRAMME.length())
                                    .toLowerCase(Locale.ROOT))));
  }

  boolean isStrong(Alias alias) {
    return strong.contains(alias.text().toLowerCase(Locale.ROOT));
  }

  boolean isWeak(Alias alias) {
    return weak.contains(alias.text().toLowerCase(Locale.ROOT));
  }
}
