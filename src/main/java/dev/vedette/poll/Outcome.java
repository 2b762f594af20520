package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.feed.Wishes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source answered, before it is decided when to ask again. */
sealed interface Outcome {

  /**
   * What an answer without a body comes to.
   *
   * @throws IllegalArgumentException if it has one: that is for its reader to judge
   */
  static Outcome withoutNews(Fetched fetched) {
    if (fetched instanceof Fetched.NotModified) {
      return new Unchanged();
    } else if (fetched instanceof Fetched.Gone gone) {
      return new Gone(gone.why());
    } else if (fetched instanceof Fetched.Failed failed) {
      return new Failure(failed.why(), failed.retryAfter());
    } else if (fetched instanceof Fetched.Barred barred) {
      return new Failure(barred.why(), null);
    } else if (fetched instanceof Fetched.Postponed postponed) {
      return new Postponed(postponed.why(), postponed.left());
    }
    throw new IllegalArgumentException("an answer with a body: " + fetched);
  }

  /**
   * It was read.
   *
   * @param articles new ones, oldest first
   * @param seen to remember
   * @param etag to ask with next time; null where everything is wanted again
   * @param lastModified likewise
   * @param rest what was left for the next poll, and how soon that should be; null where nothing
   *     was
   * @param whole whether nothing of what is there waits for another poll
   * @param complaint about a part that could not be read, in words; null where all could
   * @param wishes when the source wants to be asked
   * @param rechecks which pages are to be asked for again
   */
  record Harvest(
      List<Article> articles,
      List<String> seen,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Duration rest,
      boolean whole,
      @Nullable String complaint,
      Wishes wishes,
      List<Recheck> rechecks)
      implements Outcome {

    /** Of a source that cannot say when it wants to be asked. */
    Harvest(
        List<Article> articles,
        List<String> seen,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Duration rest,
        boolean whole,
        @Nullable String complaint) {
      this(articles, seen, etag, lastModified, rest, whole, complaint, Wishes.NONE, List.of());
    }
  }

  /** It is as it was. */
  record Unchanged() implements Outcome {}

  /** It is there no more. */
  record Gone(String why) implements Outcome {}

  /**
   * It was not asked, since its host has asked to be left alone.
   *
   * @param left how much longer
   */
  record Postponed(String why, Duration left) implements Outcome {}

  /**
   * It could not be read.
   *
   * @param retryAfter the least time until the next try; null where the source asks for none
   */
  record Failure(String why, @Nullable Duration retryAfter) implements Outcome {}
}
