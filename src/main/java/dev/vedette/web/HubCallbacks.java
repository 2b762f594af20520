package dev.vedette.web;

import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the calls of WebSub's hubs. Each source has a callback of its own; its mark, the
 * last part of the path, cannot be guessed. Safe for use by several threads.
 */
public interface HubCallbacks {

  /** What a callback is. */
  enum Standing {
    /** Of a source that is polled. */
    OPEN,
    /** Of one that is polled no more. */
    GONE,
    /** None that was ever given to a hub. */
    UNKNOWN
  }

  /** What a callback is. */
  Standing standing(String source, String mark);

  /**
   * Whether it was really this service that asked the hub.
   *
   * @param mode {@code subscribe} or {@code unsubscribe}
   * @param topic what the hub calls the source
   * @param lease in seconds, as the hub writes it
   * @throws RuntimeException if that cannot be noted
   */
  boolean confirms(String source, String mark, String mode, String topic, String lease);

  /**
   * The hub will not tell what is new.
   *
   * @param reason in its words
   * @throws RuntimeException if that cannot be noted
   */
  void denied(String source, String mark, String reason);

  /** Whether there is time for one more ping of the source's hub. */
  boolean hasTime(String source);

  /** Whether there is time for one more of its questions. */
  boolean hasTimeToAnswer(String source);

  /**
   * What computes the signature of a call.
   *
   * @param method such as {@code sha256}
   * @return null if the method is not known
   */
  @Nullable Mac signer(String source, String mark, String method);

  /**
   * The hub says, and has signed, that there is something new.
   *
   * @throws RuntimeException if that cannot be noted
   */
  void pinged(String source, String mark);
}
