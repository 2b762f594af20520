package dev.vedette.feed;

/** What was read is no feed; the message says what it is instead, in words. */
public final class FeedException extends Exception {

  private static final long serialVersionUID = 1;

  FeedException(String message) {
    super(message);
  }
}
