package dev.vedette.poll;

import java.util.function.Function;

/**
 * How far a poll has come. A poll is a chain of steps, so that nobody has to wait while a document
 * is on its way: whoever runs the poll asks, and goes on when the answer is there.
 */
sealed interface Step {

  /** It has come to its end. */
  record Done(Outcome outcome) implements Step {}

  /**
   * It wants a document.
   *
   * @param then goes on with the answer; called once, by one thread at a time
   */
  record Ask(Fetcher.Request request, Function<Fetched, Step> then) implements Step {}

  /** The end without anything new. */
  static Step failed(String why) {
    return new Done(new Outcome.Failure(why, null));
  }
}
