package dev.vedette.poll;

import dev.vedette.feed.Hub;
import java.time.Instant;

/** What happens between a source and a hub, for the tests of other packages. */
public final class HubEvents {

  private HubEvents() {}

  public static HubEvent asked(String source, Hub hub, Instant at) {
    return HubEvent.asked(source, hub, at);
  }

  public static HubEvent confirmed(String source, Hub hub, Instant at) {
    return HubEvent.confirmed(source, Subscription.topicHash(hub.topic()), 864_000, at);
  }

  public static HubEvent pinged(String source, Hub hub, Instant at) {
    return HubEvent.pinged(source, Subscription.topicHash(hub.topic()), at);
  }
}
