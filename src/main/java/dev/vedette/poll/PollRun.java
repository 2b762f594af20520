package dev.vedette.poll;

import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll under way: takes its steps, and has no thread between them. Knows also whether its
 * source has moved: the first document that a poll asks for is the source's own.
 */
final class PollRun {

  private static final Logger LOG = LoggerFactory.getLogger(PollRun.class);

  private final Fetcher fetcher;
  private final Executor readers;
  private final Source source;
  private final PollState state;
  private final CompletableFuture<Poll> poll = new CompletableFuture<>();
  private @Nullable Fetched own;
  private boolean elsewhere;

  PollRun(Fetcher fetcher, Executor readers, Source source, PollState state) {
    this.fetcher = fetcher;
    this.readers = readers;
    this.source = source;
    this.state = state;
  }

  /**
   * Begins; returns at once.
   *
   * @param conclude what the outcome comes to, and what the source's own document said
   */
  CompletableFuture<Poll> start(Supplier<Step> first, BiFunction<Outcome, Own, Poll> conclude) {
    readers.execute(() -> go(first, conclude));
    return poll;
  }

  /**
   * What was said of the source's own document.
   *
   * @param notice of its answer
   * @param elsewhere whether it was asked for where the source has moved to
   * @param lost whether it was not there
   */
  record Own(Fetched.Notice notice, boolean elsewhere, boolean lost) {}

  /** Takes one step; what follows it is taken when the answer is there. */
  private void go(Supplier<Step> next, BiFunction<Outcome, Own, Poll> conclude) {
    try {
      take(next, conclude);
    } catch (RuntimeException | Error e) { // or it would be under way for ever
      poll.completeExceptionally(e);
    }
  }

  private void take(Supplier<Step> next, BiFunction<Outcome, Own, Poll> conclude) {
    Outcome outcome;
    try {
      Step step = next.get();
      if (step instanceof Step.Ask ask) {
        ask(ask, conclude);
        return;
      }
      outcome = ((Step.Done) step).outcome();
    } catch (RuntimeException | StackOverflowError e) {
      // whatever a source sends, it must not stop the others; this is a mistake of ours to be found
      LOG.error("Poll broke down: source={}", source.id(), e);
      outcome = new Outcome.Failure("cannot be read: " + SafeHtml.line(e.toString()), null);
    }
    poll.complete(conclude.apply(outcome, own()));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what it fails with, the poll fails with
  private void ask(Step.Ask ask, BiFunction<Outcome, Own, Poll> conclude) {
    boolean first = own == null;
    fetcher
        .fetch(first ? moved(ask.request()) : ask.request())
        .thenAcceptAsync(
            fetched -> {
              own = first ? fetched : own;
              go(() -> ask.then().apply(fetched), conclude);
            },
            readers)
        .exceptionally(
            failure -> {
              poll.completeExceptionally(failure);
              return null;
            });
  }

  private Fetcher.Request moved(Fetcher.Request request) {
    String to = state.habits().settled();
    elsewhere = to != null;
    return to == null ? request : request.at(URI.create(to));
  }

  private Own own() {
    Fetched.Notice notice = Fetched.Notice.NONE;
    if (own instanceof Fetched.Fresh fresh) {
      notice = fresh.notice();
    } else if (own instanceof Fetched.NotModified same) {
      notice = same.notice();
    }
    boolean lost =
        own instanceof Fetched.Gone
            || own instanceof Fetched.Barred
            || (own instanceof Fetched.Failed failed && !failed.passing());
    return new Own(notice, elsewhere, lost);
  }
}
