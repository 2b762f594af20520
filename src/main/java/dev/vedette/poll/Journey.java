package dev.vedette.poll;

import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import dev.vedette.document.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The way of one request from host to host, until there is an answer. */
final class Journey {

  private static final int MAX_REDIRECTS = 5;

  private final Fetcher.Request request;
  private final PollSettings settings;
  private final HostQueue hosts;
  private final Wire wire;
  private final Robots robots;
  private final Executor readers;
  private long nanosLeft;
  private int hops;
  private URI uri;
  private boolean forGood = true;
  private @Nullable URI moved;

  Journey(
      Fetcher.Request request,
      PollSettings settings,
      HostQueue hosts,
      Wire wire,
      Robots robots,
      Executor readers) {
    this.request = request;
    this.settings = settings;
    this.hosts = hosts;
    this.wire = wire;
    this.robots = robots;
    this.readers = readers;
    this.nanosLeft = settings.timeout().toNanos();
    this.uri = request.uri();
  }

  /** What it comes to; the time in which it waits for its turn does not count. */
  CompletableFuture<Fetched> go() {
    Duration quiet = hosts.quiet(uri.getHost());
    if (!quiet.isZero()) {
      return postponed(quiet);
    }
    CompletableFuture<Robots.Verdict> verdict =
        request.robots() && settings.robots()
            ? robots.verdict(uri, request.now())
            : CompletableFuture.completedFuture(Robots.Verdict.FREE);
    return verdict.thenCompose(this::queue);
  }

  private CompletableFuture<Fetched> queue(Robots.Verdict verdict) {
    if (verdict.refusal() != null) {
      return CompletableFuture.completedFuture(verdict.refusal());
    }
    return hosts.enter(uri.getHost(), verdict.delay()).thenCompose(this::ask);
  }

  private CompletableFuture<Fetched> postponed(Duration quiet) {
    String why =
        "%s has asked to be left alone for %s more"
            .formatted(uri.getHost(), spoken(Duration.ofSeconds(quiet.toSeconds() + 1)));
    return CompletableFuture.completedFuture(new Fetched.Postponed(why, quiet));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // one in another, and taken out at once
  private CompletableFuture<Fetched> ask(HostQueue.Turn turn) {
    Duration quiet = hosts.quiet(uri.getHost());
    if (!quiet.isZero()) { // it came while this one waited
      turn.over();
      return postponed(quiet);
    }
    long start = System.nanoTime();
    return exchange(turn)
        .whenComplete(
            (reply, failure) -> {
              turn.over();
              nanosLeft -= System.nanoTime() - start;
            })
        .handleAsync(this::arrived, readers)
        .thenCompose(next -> next);
  }

  /** Fails by its future alone, so that the host's turn is given back whatever happens. */
  private CompletableFuture<Reply> exchange(HostQueue.Turn turn) {
    try {
      return wire.exchange(Requests.of(request, uri), request.form(), uri, nanosLeft, turn::sent);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Fetched> arrived(@Nullable Reply reply, @Nullable Throwable failure) {
    if (reply == null) {
      return CompletableFuture.completedFuture(broken(failure));
    }
    try {
      return answered(reply);
    } finally {
      reply.share().close(); // what is unpacked is bounded by the number of readers
    }
  }

  private CompletableFuture<Fetched> answered(Reply reply) {
    String location = reply.header("Location");
    int status = reply.status();
    if (status >= 300 && status < 400 && status != 304 && location != null) {
      return redirected(status, location);
    }
    Answer answer = new Answer(request, uri, moved, settings.maxBytes());
    restIfAsked(reply);
    return CompletableFuture.completedFuture(answer.of(reply));
  }

  /** A host that has too much to do is left alone by all who would ask it. */
  private void restIfAsked(Reply reply) {
    String host = uri.getHost();
    if (reply.status() != 429 && reply.status() != 503) {
      hosts.well(host);
      return;
    }
    Duration asked = RetryAfter.parse(reply.header("Retry-After"), request.now());
    if (asked != null && !asked.isZero()) {
      hosts.rest(host, asked);
    } else if (reply.status() == 429) {
      hosts.rest(host);
    }
  }

  private CompletableFuture<Fetched> redirected(int status, String location) {
    if (request.form() != null && status != 307 && status != 308) {
      return failed("HTTP %d from %s instead of an answer".formatted(status, shown(uri)));
    }
    URI next = Links.uri(Links.resolve(uri, location));
    if (next == null || !Requests.isHttp(next)) {
      return failed(
          "%s redirects to '%s' (expected: an http or https address)"
              .formatted(shown(uri), Redact.url(location)));
    }
    if (request.form() != null && !next.getHost().equalsIgnoreCase(uri.getHost())) {
      return failed(
          "%s redirects to '%s' (expected: an address of the same host)"
              .formatted(shown(uri), Redact.url(location)));
    }
    if (++hops > MAX_REDIRECTS) {
      return failed("more than " + MAX_REDIRECTS + " redirects from " + shown(request.uri()));
    }
    forGood &= (status == 301 || status == 308) && !isLessSecure(next);
    moved = forGood ? next : moved;
    uri = next;
    return nanosLeft > 0 ? go() : failed(late());
  }

  private boolean isLessSecure(URI next) {
    return uri.getScheme().toLowerCase(Locale.ROOT).equals("https")
        && next.getScheme().toLowerCase(Locale.ROOT).equals("http");
  }

  private Fetched broken(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof CancellationException) {
      return new Fetched.Failed("stopped before " + shown(uri) + " had answered", null);
    }
    IOException why =
        cause instanceof IOException io ? io : new IOException(String.valueOf(cause), cause);
    return new Fetched.Failed(
        NetworkFailure.inWords(why, shown(uri), spoken(settings.timeout())), null);
  }

  private String late() {
    return "no answer within " + spoken(settings.timeout()) + " from " + shown(uri);
  }

  private static CompletableFuture<Fetched> failed(String why) {
    return CompletableFuture.completedFuture(new Fetched.Failed(why, null));
  }

  private static String shown(URI uri) {
    return Redact.url(uri.toString());
  }

  private static String spoken(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
