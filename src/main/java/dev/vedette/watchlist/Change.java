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

  /** The same; if it is a reading that names no orthography yet, in any of some. */
  Change in(long orthographies) {
    return step.isReading() && detail.isEmpty()
        ? new Change(step, String.join("/", Orthographies.labels(orthographies)))
        : this;
  }

  /**
   * The same changes, of the one language that is likely: the text's; or else of readings the
   * likeliest in the script of the words, and of endings that of the readings, or all that they may
   * be of where no reading has such an ending.
   *
   * @param language of the text, a primary tag; empty where unknown
   * @param surface the words in the text
   */
  static List<Change> likeliest(List<Change> changes, String language, String surface) {
    List<Change> read = changes.stream().map(change -> change.readIn(language, surface)).toList();
    List<String> spellings =
        read.stream()
            .filter(change -> change.step.isReading())
            .map(change -> change.detail)
            .toList();
    return read.stream()
        .map(
            change ->
                change.step == Step.INFLECTED
                    ? change.firstOf(Stream.concat(Stream.of(language), spellings.stream()))
                    : change)
        .distinct()
        .toList();
  }

  private Change readIn(String language, String surface) {
    return step.isReading() && detail.indexOf('/') > 0
        ? firstOf(
            Stream.concat(Stream.of(language), Orthographies.likeliestFirst(surface).stream()))
        : this;
  }

  /** The same in the first of these languages that it may be of. */
  private Change firstOf(Stream<String> preferred) {
    List<String> languages = List.of(detail.split("/", -1));
    return preferred
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
