package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page, and what its list says of it.
 *
 * @param title empty where the list does not say
 * @param published null where the list does not say
 * @param changed null where the list does not say
 */
record Listed(URI uri, String title, @Nullable Instant published, @Nullable Instant changed) {

  /** By what it is noticed that it was edited; null where the list does not say. */
  @Nullable String edition() {
    return changed == null
        ? null
        : Seen.hash(Fingerprint.of("changed", ListedPages.key(uri), changed.toString()));
  }

  /** Whether it was ever looked at for edits: what was read in earlier versions was not. */
  private String followed() {
    return Seen.hash(Fingerprint.of("followed", ListedPages.key(uri)));
  }

  /** What is remembered so that an edit is noticed; nothing where the list does not say. */
  List<String> marks() {
    String edition = edition();
    return edition == null ? List.of() : List.of(edition, followed());
  }

  /** Whether the list says that it was edited; what is compared for the first time was not. */
  boolean isEdited(Seen seen) {
    String edition = edition();
    if (edition == null || seen.contains(edition)) {
      return false;
    }
    boolean compared = seen.contains(followed());
    if (!compared) {
      follow(seen);
    }
    return compared;
  }

  /** From now on it is known as it is. */
  void follow(Seen seen) {
    marks().forEach(seen::add);
  }
}
