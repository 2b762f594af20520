package dev.vedette.watchlist;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step with what the table of costs does not need: in which language, how many.
 *
 * @param detail empty, or what follows the colon in {@link Hit#how()}
 */
record Change(Step step, String detail) {

  static Change of(Step step) {
    return new Change(step, "");
  }

  static List<Change> of(Collection<Step> steps) {
    return steps.stream().map(Change::of).toList();
  }

  static List<String> labels(List<Change> changes) {
    return changes.stream().map(Change::label).toList();
  }

  /** The same; if it is a reading that names no orthography yet, in the likeliest of some. */
  Change in(long orthographies) {
    return step.isReading() && detail.isEmpty()
        ? new Change(step, Orthographies.label(orthographies))
        : this;
  }

  /**
   * The same changes, of the one language that is likely: the text's, or else the one whose
   * spelling the words have; of all that they may be of where neither has such an ending.
   *
   * @param language of the text, a primary tag; empty where unknown
   */
  static List<Change> likeliest(List<Change> changes, String language) {
    List<String> spellings =
        changes.stream()
            .filter(change -> change.step.isReading())
            .map(change -> change.detail)
            .toList();
    return changes.stream()
        .map(change -> change.step == Step.INFLECTED ? change.of(language, spellings) : change)
        .distinct()
        .toList();
  }

  private Change of(String language, List<String> spellings) {
    List<String> languages = List.of(detail.split("/", -1));
    return Stream.concat(Stream.of(language), spellings.stream())
        .filter(languages::contains)
        .findFirst()
        .map(one -> new Change(step, one))
        .orElse(this);
  }

  /**
   * Whether it is a custom of other languages than a text's: a Polish ending in a Turkish text.
   *
   * @param language a primary tag such as {@code en}; empty where unknown, and then nothing is
   */
  boolean isForeignTo(String language) {
    if (language.isEmpty() || detail.isEmpty() || step == Step.FUZZY) {
      return false;
    }
    return Stream.of(detail.split("[/-]", -1)).noneMatch(language::equals);
  }

  private String label() {
    return detail.isEmpty() ? step.label() : step.label() + ":" + detail;
  }
}
