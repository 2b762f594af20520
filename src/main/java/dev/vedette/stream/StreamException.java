package dev.vedette.stream;

import org.jspecify.annotations.Nullable;

/** Kafka cannot be used as configured; the message is a sentence for the person who runs it. */
public final class StreamException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A sentence, and what lies behind it if anything. */
  public StreamException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
