package dev.vedette.poll;

import dev.vedette.article.Article;
import java.util.List;

/**
 * What one poll found, and what must be remembered; the two are stored together or not at all.
 *
 * @param articles new ones, oldest first; possibly none
 * @param state to replace the one the poll began with
 */
public record Poll(List<Article> articles, PollState state) {

  /** Copies its list. */
  public Poll {
    articles = List.copyOf(articles);
  }
}
