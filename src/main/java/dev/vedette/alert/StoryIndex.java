package dev.vedette.alert;

import dev.vedette.text.Imprint;
import dev.vedette.text.Overlap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stories that a text may be a copy of by the marks that it shares with them, without
 * looking at the others. Made anew from the memory whenever it is opened, so nothing of it needs to
 * be kept.
 *
 * <p>A mark of many stories is no sign of any: phrases that everybody uses, the background that a
 * desk puts under each of its reports, the site's own words.
 */
final class StoryIndex {

  /** The most stories that are remembered; the oldest are forgotten first. */
  static final int MOST_STORIES = 10_000;

  /** The most bytes that they may take; the oldest are forgotten first. */
  static final long MOST_BYTES = 32L << 20;

  /** A mark that so many stories have is common. */
  private static final int MANY = 4;

  /** Slots that may be empty before all is made anew. */
  private static final int SPARE = 1_000;

  /** The most stories that a text is compared with. */
  private static final int MOST_COMPARED = 8;

  private final StoryMemory memory;
  private final Map<Long, Integer> slots = new HashMap<>();
  private final Map<Long, Long> articles = new HashMap<>();
  private final PriorityQueue<Age> ages = new PriorityQueue<>(Comparator.comparing(Age::since));
  private MarkIndex marks = new MarkIndex();
  private long[] numbers = new long[64];
  private int[] tally = new int[64];
  private int used;
  private long bytes;

  private record Age(Instant since, long number) {}

  /**
   * A story that a text is a copy of.
   *
   * @param number the story's
   * @param told the story
   * @param imprint that of its imprints which is most like the text
   * @param overlap of the text with that
   */
  record Found(long number, Told told, Imprint imprint, Overlap overlap) {}

  StoryIndex(StoryMemory memory) {
    this.memory = memory;
    enterAll();
  }

  int size() {
    return slots.size();
  }

  /** The number of the story that an article carries; null if it carries none. */
  @Nullable Long ofArticle(String article) {
    Long number = articles.get(Told.number(article));
    Told told = number == null ? null : memory.get(number);
    return told == null || !told.has(article) ? null : number;
  }

  /** The story of a number. */
  @Nullable Told told(long number) {
    return memory.get(number);
  }

  /** The story that a text is a copy of; null if it is new. */
  @Nullable Found find(Imprint fresh, int headline) {
    Found best = null;
    double most = 0;
    for (int slot : alike(fresh)) {
      Told told = memory.get(numbers[slot]);
      if (told != null) {
        for (Imprint imprint : told.imprints()) {
          Overlap overlap = Overlap.of(fresh, imprint, this::isCommon);
          double sureness = CopyTest.sureness(fresh, imprint, overlap, headline == told.headline());
          if (sureness > most) {
            most = sureness;
            best = new Found(numbers[slot], told, imprint, overlap);
          }
        }
      }
    }
    return best;
  }

  boolean isCommon(int mark) {
    return marks.count(mark) >= MANY;
  }

  /** The slots of those that share most marks with it, other than common ones. */
  private int[] alike(Imprint fresh) {
    Arrays.fill(tally, 0, used, 0);
    marks.tally(fresh.wholeMark(), tally);
    for (int mark : fresh.marks()) {
      if (!isCommon(mark)) {
        marks.tally(mark, tally);
      }
    }
    int[] best = new int[MOST_COMPARED];
    int count = 0;
    for (int slot = 0; slot < used; slot++) {
      if (tally[slot] == 0 || !isAlive(slot)) {
        continue;
      }
      int at = count;
      while (at > 0 && tally[best[at - 1]] < tally[slot]) {
        at--;
      }
      if (at < MOST_COMPARED) {
        count = Math.min(count + 1, MOST_COMPARED);
        System.arraycopy(best, at, best, at + 1, count - at - 1);
        best[at] = slot;
      }
    }
    return Arrays.copyOf(best, count);
  }

  private boolean isAlive(int slot) {
    Integer now = slots.get(numbers[slot]);
    return now != null && now == slot;
  }

  /** Remembers a new story. */
  void add(Told told) {
    long number = Told.number(told.first());
    memory.put(number, told);
    enter(number, told);
    while (size() > 1 && (size() > MOST_STORIES || bytes > MOST_BYTES)) {
      forgetOldest();
    }
  }

  /** Remembers a story with what has come to it; it may have more imprints and carriers. */
  void replace(long number, Told told) {
    Told before = memory.get(number);
    if (before == null || before.equals(told)) {
      return;
    }
    memory.put(number, told);
    bytes += told.size() - before.size();
    int slot = Objects.requireNonNull(slots.get(number));
    if (told.imprints().size() > before.imprints().size()) {
      int[] known = marksOf(before);
      for (int mark : marksOf(told)) {
        if (Arrays.binarySearch(known, mark) < 0) {
          marks.add(mark, slot);
        }
      }
    }
    enterArticles(number, told);
  }

  /** The marks of all texts of a story, and the texts themselves as marks: each once, ascending. */
  private static int[] marksOf(Told told) {
    return told.imprints().stream()
        .flatMapToInt(
            imprint ->
                IntStream.concat(IntStream.of(imprint.wholeMark()), IntStream.of(imprint.marks())))
        .sorted()
        .distinct()
        .toArray();
  }

  private void enterArticles(long number, Told told) {
    told.carriers().forEach(carrier -> articles.put(Told.number(carrier.article()), number));
    told.unlisted().forEach(article -> articles.put(article, number));
  }

  private void enter(long number, Told told) {
    if (used == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * used);
      tally = Arrays.copyOf(tally, 2 * used);
    }
    numbers[used] = number;
    slots.put(number, used);
    for (int mark : marksOf(told)) {
      marks.add(mark, used);
    }
    used++;
    enterArticles(number, told);
    ages.add(new Age(told.since(), number));
    bytes += told.size();
  }

  /** Forgets the stories that began before a time. */
  void forget(Instant oldest) {
    while (!ages.isEmpty() && ages.element().since().isBefore(oldest)) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    long number = ages.remove().number();
    Told told = memory.get(number);
    slots.remove(number);
    if (told == null) {
      return;
    }
    memory.remove(number);
    bytes -= told.size();
    told.carriers().forEach(carrier -> articles.remove(Told.number(carrier.article())));
    told.unlisted().forEach(articles::remove);
    for (int mark : marksOf(told)) {
      marks.discount(mark);
    }
    if (used > 2 * size() + SPARE) {
      enterAll();
    }
  }

  /** Without the slots of the forgotten. */
  private void enterAll() {
    marks = new MarkIndex();
    slots.clear();
    articles.clear();
    ages.clear();
    used = 0;
    bytes = 0;
    memory.forEach(this::enter);
  }
}
