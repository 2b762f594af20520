package dev.vedette.poll;

import dev.vedette.document.Redact;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP with manners: conditional requests, one deadline for the whole exchange, few redirects, what
 * robots.txt allows, and time between two requests to one host.
 */
final class HttpFetcher implements Fetcher, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFetcher.class);

  private final PollSettings settings;
  private final Executor readers;
  private final BodyBudget budget;
  private final Alarms alarms;
  private final HostQueue hosts;
  private final Wire wire;
  private final Robots robots;

  /**
   * @param readers unpack what was fetched, and run what comes after it
   */
  HttpFetcher(PollSettings settings, Executor readers) {
    this(settings, readers, BodyBudget.ofHeap());
  }

  /** The same with another bound on the answers that are in memory at once. */
  HttpFetcher(PollSettings settings, Executor readers, BodyBudget budget) {
    this.settings = settings;
    this.readers = readers;
    this.budget = budget;
    this.alarms = new Alarms();
    this.hosts = new HostQueue(settings.hostSpacing(), System::nanoTime, alarms::after);
    this.wire = new Wire(settings, new AddressGuard(settings.allowPrivate()), alarms, budget);
    this.robots = new Robots(this::fetch, settings.userAgent());
  }

  /** One that asks public hosts only, and waits for the same turns as the other. */
  private HttpFetcher(HttpFetcher other) {
    this.settings = other.settings;
    this.readers = other.readers;
    this.budget = other.budget;
    this.alarms = new Alarms();
    this.hosts = other.hosts;
    this.wire = new Wire(settings, AddressGuard.publicOnly(), alarms, budget);
    this.robots = new Robots(this::fetch, settings.userAgent());
  }

  /**
   * The same for what strangers want asked: of private hosts none is allowed. Closed by itself, and
   * of no use when this one is closed.
   */
  HttpFetcher publicOnly() {
    return new HttpFetcher(this);
  }

  /** From now on these hosts may be asked although they are not public, and no others. */
  void allow(Collection<String> privateHosts) {
    wire.allow(privateHosts);
  }

  @Override
  public CompletableFuture<Fetched> fetch(Request request) {
    if (!Requests.isHttp(request.uri())) {
      return CompletableFuture.completedFuture(
          failed("not an http or https address: " + shown(request.uri())));
    }
    return new Journey(request, settings, hosts, wire, robots, readers)
        .go()
        .exceptionally(
            e -> {
              LOG.error("Fetching broke down: address={}", shown(request.uri()), e);
              return failed(
                  shown(request.uri()) + " cannot be fetched: " + SafeHtml.line(e.toString()));
            });
  }

  private static String shown(URI uri) {
    return Redact.url(uri.toString());
  }

  private static Fetched failed(String why) {
    return new Fetched.Failed(why, null);
  }

  @Override
  public void close() {
    alarms.close();
    wire.close();
  }
}
