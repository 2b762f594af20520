package dev.vedette.cli;

/** Arguments that cannot be followed; the message is a sentence. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
