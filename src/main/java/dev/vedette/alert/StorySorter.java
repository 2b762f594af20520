package dev.vedette.alert;

import dev.vedette.article.Article;
import dev.vedette.text.Imprint;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sorts articles into stories as they come, as if one entry had matched them all. */
public final class StorySorter {

  private final @Nullable Duration window;
  private final Stories stories = new Stories(new Heap());

  /**
   * A sorter that has seen none yet.
   *
   * @param window how long a story is remembered; null for ever
   */
  public StorySorter(@Nullable Duration window) {
    this.window = window;
  }

  /** What the sorter needs to know of an article, without its text. */
  public static Candidate candidate(Article article) {
    return new Candidate(
        "",
        "",
        "",
        "",
        Severity.LOW,
        0,
        List.of(),
        null,
        Limits.NONE,
        Candidates.reference(article),
        Imprint.of(Candidates.telling(article)),
        List.of(),
        1,
        "");
  }

  /** The alert that the article would make; null if it was told before. */
  public @Nullable Alert tell(Candidate candidate) {
    Instant fetched = candidate.article().fetchedAt();
    return stories.tell(candidate, window == null ? Instant.MIN : fetched.minus(window));
  }

  private static final class Heap implements StoryMemory {

    private final Map<Long, Told> all = new HashMap<>();

    @Override
    public @Nullable Told get(long number) {
      return all.get(number);
    }

    @Override
    public void put(long number, Told told) {
      all.put(number, told);
    }

    @Override
    public void remove(long number) {
      all.remove(number);
    }

    @Override
    public void forEach(BiConsumer<Long, Told> reader) {
      all.forEach(reader);
    }
  }
}
