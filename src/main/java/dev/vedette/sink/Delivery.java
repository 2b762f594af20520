package dev.vedette.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a notification that was handed to a sink. */
public sealed interface Delivery {

  /** It has arrived. */
  record Delivered() implements Delivery {}

  /**
   * It has not arrived, and may later.
   *
   * @param after the least time to wait, if the destination said so
   * @param why a sentence without secrets
   */
  record Postponed(@Nullable Duration after, String why) implements Delivery {}

  /**
   * It has not arrived and never will: the destination refuses it.
   *
   * @param why a sentence without secrets
   */
  record Rejected(String why) implements Delivery {}

  /**
   * The destination wants no more of anything.
   *
   * @param why a sentence without secrets
   */
  record Gone(String why) implements Delivery {}
}
