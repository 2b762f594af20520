package dev.vedette.poll;

import dev.vedette.article.Article;
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
   * @param complaint about a part that could not be read, in words; null where all could
   */
  record Harvest(
      List<Article> articles,
      List<String> seen,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Duration rest,
      @Nullable String complaint)
      implements Outcome {}

  /** It is as it was. */
  record Unchanged() implements Outcome {}

  /** It is there no more. */
  record Gone(String why) implements Outcome {}

  /**
   * It could not be read.
   *
   * @param retryAfter the least time until the next try; null where the source asks for none
   */
  record Failure(String why, @Nullable Duration retryAfter) implements Outcome {}
}
