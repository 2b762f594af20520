package dev.vedette.history;

import dev.vedette.article.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article without its text.
 *
 * @param id its key on the articles topic
 * @param revision of its text
 * @param source id of the source
 * @param url where a reader finds it; may be empty
 * @param title its headline; may be empty
 * @param language BCP 47; may be empty
 * @param publishedAt when the publisher says it appeared, or null
 * @param fetchedAt when it was read
 * @param place where its text stands
 */
public record ArticleLine(
    String id,
    String revision,
    String source,
    String url,
    String title,
    String language,
    @Nullable Instant publishedAt,
    Instant fetchedAt,
    Place place) {

  static ArticleLine of(Article article, Place place) {
    return new ArticleLine(
        article.id(),
        article.revision(),
        article.source(),
        article.url(),
        article.title(),
        article.language(),
        article.publishedAt(),
        article.fetchedAt(),
        place);
  }
}
