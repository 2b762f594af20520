package dev.vedette.watchlist;

import dev.vedette.language.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A name as it was read, once for all that is made of it: taking one apart costs more than all the
 * rest of what its patterns take.
 *
 * @param person what its words are to it; null if it is not a person's
 */
record ReadName(String text, @Nullable PersonName person) {

  static ReadName of(String text, Kind kind) {
    return new ReadName(text, kind == Kind.PERSON ? PersonName.of(text) : null);
  }
}
