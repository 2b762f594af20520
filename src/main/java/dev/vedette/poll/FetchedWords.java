package dev.vedette.poll;

import dev.vedette.document.Redact;

/** Why there is no document, or none that can be read, in words. */
final class FetchedWords {

  private FetchedWords() {}

  static String of(Fetched fetched) {
    if (fetched instanceof Fetched.Failed failed) {
      return failed.why();
    }
    if (fetched instanceof Fetched.Barred barred) {
      return barred.why();
    }
    if (fetched instanceof Fetched.Postponed postponed) {
      return postponed.why();
    }
    if (fetched instanceof Fetched.Fresh fresh) {
      return "no page but %s from %s"
          .formatted(fresh.contentType(), Redact.url(fresh.uri().toString()));
    }
    return fetched instanceof Fetched.Gone gone ? gone.why() : "not modified";
  }
}
