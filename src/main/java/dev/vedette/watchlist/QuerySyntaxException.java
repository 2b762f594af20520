package dev.vedette.watchlist;

/** A query that cannot be read, and where. */
public final class QuerySyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int position;

  QuerySyntaxException(String query, int position, String expected) {
    super(
        "'%s' at %d (expected: %s)"
            .formatted(
                position < query.length() ? query.substring(position) : "end of query",
                position + 1,
                expected));
    this.position = position;
  }

  /** UTF-16 offset into the query, from 0. */
  public int position() {
    return position;
  }
}
