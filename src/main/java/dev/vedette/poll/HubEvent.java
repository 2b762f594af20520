package dev.vedette.poll;

import dev.vedette.feed.Hub;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened between a source and its hub.
 *
 * @param source its id
 * @param topic a hash of what it is called at the hub, see {@link Subscription#topicHash}
 * @param at when
 * @param lease for how many seconds the hub will tell what is new; 0 unless it was confirmed
 * @param why in words; empty unless it was refused
 * @param hub that was asked; null unless it was
 */
public record HubEvent(
    String source, String topic, Kind kind, Instant at, long lease, String why, @Nullable Hub hub) {

  /** What it was. */
  public enum Kind {
    /** The hub was asked to tell what is new. */
    ASKED,
    /** It will not. */
    REFUSED,
    /** It will not, or no more, whatever it said before. */
    DENIED,
    /** It will, for a while. */
    CONFIRMED,
    /** It says that there is something new. */
    PINGED
  }

  static HubEvent asked(String source, Hub hub, Instant at) {
    return new HubEvent(source, Subscription.topicHash(hub.topic()), Kind.ASKED, at, 0, "", hub);
  }

  static HubEvent refused(String source, String topic, String why, Instant at) {
    return new HubEvent(source, topic, Kind.REFUSED, at, 0, why, null);
  }

  static HubEvent denied(String source, String topic, String why, Instant at) {
    return new HubEvent(source, topic, Kind.DENIED, at, 0, why, null);
  }

  static HubEvent confirmed(String source, String topic, long lease, Instant at) {
    return new HubEvent(source, topic, Kind.CONFIRMED, at, lease, "", null);
  }

  static HubEvent pinged(String source, String topic, Instant at) {
    return new HubEvent(source, topic, Kind.PINGED, at, 0, "", null);
  }

  /** The same at another time. */
  public HubEvent at(Instant other) {
    return new HubEvent(source, topic, kind, other, lease, why, hub);
  }
}
