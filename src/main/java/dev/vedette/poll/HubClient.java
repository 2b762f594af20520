package dev.vedette.poll;

import dev.vedette.feed.Hub;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Asks hubs to tell what is new, with the manners of all requests.
 *
 * @see <a href="https://www.w3.org/TR/websub/#subscriber-sends-subscription-request">WebSub</a>
 */
public final class HubClient {

  /** What is asked for; a hub may give less, or more. */
  static final Duration LEASE = Duration.ofDays(10);

  private final WebSub webSub;
  private final Fetcher fetcher;

  HubClient(WebSub webSub, Fetcher fetcher) {
    this.webSub = webSub;
    this.fetcher = fetcher;
  }

  /** Whether the hub of a source is to be asked now, as the source names one. */
  public boolean isToAsk(PollState state, Instant now) {
    Hub hub = state.habits().wishes().hub();
    Subscription known = state.subscription();
    return hub != null
        && !state.habits().retired()
        && (known == null || !known.isWith(hub) || known.isToBeAsked(now));
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
        : post(state.source(), "subscribe", hub, now);
  }

  /** That the hub has refused what it was asked for. */
  public HubEvent refused(HubEvent asked, String why) {
    return HubEvent.refused(asked.source(), asked.topic(), why, asked.at());
  }

  /** Asks the hub to tell no more. */
  public CompletableFuture<String> leave(String source, Subscription with, Instant now) {
    return post(source, "unsubscribe", new Hub(with.hub(), with.topic()), now);
  }

  private CompletableFuture<String> post(String source, String mode, Hub hub, Instant now) {
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
    return fetcher
        .fetch(Fetcher.Request.post(address, form.toString(), now))
        .thenApply(answer -> answer instanceof Fetched.Fresh ? "" : FetchedWords.of(answer));
  }

  private static void add(StringBuilder form, String name, String value) {
    form.append(form.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
