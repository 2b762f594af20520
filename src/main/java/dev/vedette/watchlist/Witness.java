package dev.vedette.watchlist;

/** What has to vouch for a mention before it counts. */
enum Witness {
  /** Nothing: it speaks for itself. */
  NONE,
  /** A name in full or a word of context: it leaves something out. */
  ANY,
  /** A name in full, since it may be all of somebody else's, whom the same context is about. */
  NAME
}
