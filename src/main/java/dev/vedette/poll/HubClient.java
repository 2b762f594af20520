package dev.vedette.poll;

import dev.vedette.document.Links;
import dev.vedette.feed.Hub;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Asks hubs to tell what is new, with the manners of all requests. A feed can name whatever hub it
 * likes, so only one on the source's own host is asked at a private address.
 *
 * @see <a href="https://www.w3.org/TR/websub/#subscriber-sends-subscription-request">WebSub</a>
 */
public final class HubClient implements AutoCloseable {

  /** What is asked for; a hub may give less, or more. */
  static final Duration LEASE = Duration.ofDays(10);

  private final WebSub webSub;
  private final HttpFetcher own;
  private final HttpFetcher others;

  /**
   * @param web asks the hubs that are on their source's host
   */
  HubClient(WebSub webSub, HttpFetcher web) {
    this.webSub = webSub;
    this.own = web;
    this.others = web.publicOnly();
  }

  /** Whether the hub of a source is to be asked now, as the source names one. */
  public boolean isToAsk(PollState state, Instant now) {
    Hub hub = state.habits().wishes().hub();
    Subscription known = state.subscription();
    return hub != null
        && !state.habits().retired()
        && (known == null || (known.isWith(hub) ? known.isToBeAsked(now) : known.hasRested(now)));
  }

  /** That the hub of a source is being asked. */
  public HubEvent asked(PollState state, Instant now) {
    Hub hub = state.habits().wishes().hub();
    if (hub == null) {
      throw new IllegalArgumentException("a source without a hub: " + state.source());
    }
    return HubEvent.asked(state.source(), hub, now);
  }

  /**
   * Asks. Nothing is agreed before the hub has called back; what comes of the request itself is
   * only whether it refused.
   *
   * @return empty words where it took the request
   */
  public CompletableFuture<String> ask(PollState state, Instant now) {
    Hub hub = state.habits().wishes().hub();
    return hub == null
        ? CompletableFuture.completedFuture("no hub")
        : post(state, "subscribe", hub, now);
  }

  /** That the hub has refused what it was asked for. */
  public HubEvent refused(HubEvent asked, String why) {
    return HubEvent.refused(asked.source(), asked.topic(), why, asked.at());
  }

  /** Asks the hub to tell no more. */
  public CompletableFuture<String> leave(PollState state, Subscription with, Instant now) {
    return post(state, "unsubscribe", new Hub(with.hub(), with.topic()), now);
  }

  private CompletableFuture<String> post(PollState state, String mode, Hub hub, Instant now) {
    String source = state.source();
    String hash = Subscription.topicHash(hub.topic());
    StringBuilder form = new StringBuilder();
    add(form, "hub.mode", mode);
    add(form, "hub.topic", hub.topic());
    add(form, "hub.callback", webSub.callback(source, hub.topic()).toString());
    if (mode.equals("subscribe")) {
      add(form, "hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
      add(form, "hub.secret", webSub.key(source, hash));
    }
    URI address;
    try {
      address = URI.create(hub.address());
    } catch (IllegalArgumentException e) { // one that an earlier version has stored as it stood
      return CompletableFuture.failedFuture(e);
    }
    return (isAtHome(state, address) ? own : others)
        .fetch(Fetcher.Request.post(address, form.toString(), now))
        .thenApply(answer -> answer instanceof Fetched.Fresh ? "" : FetchedWords.of(answer));
  }

  private static boolean isAtHome(PollState state, URI hub) {
    URI home = Links.uri(state.url());
    return home != null && home.getHost() != null && home.getHost().equalsIgnoreCase(hub.getHost());
  }

  private static void add(StringBuilder form, String name, String value) {
    form.append(form.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    others.close();
  }
}
