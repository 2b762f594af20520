package dev.vedette.bench;

import dev.vedette.article.Article;

/** Something that finds the names that it was loaded with. */
interface Engine extends AutoCloseable {

  /** What is no mention of one of the names: a query's words, or a token. */
  int NO_NAME = -1;

  /** Takes what is found, in any order. */
  interface Mentions {
    /**
     * A mention in the body.
     *
     * @param name its number, or {@link #NO_NAME}
     * @param start UTF-16 offset
     * @param end UTF-16 offset, exclusive
     */
    void at(int name, int start, int end);
  }

  /** Tells every mention in an article's body. */
  void find(Article article, Mentions mentions);

  /** Whether what it finds can be compared with what others find. */
  default boolean findsNames() {
    return true;
  }

  /** Stops its threads, where it has any. */
  @Override
  default void close() {}
}
