package dev.vedette.sink;

import dev.vedette.alert.Alert;
import dev.vedette.article.Fingerprint;
import java.util.List;

/**
 * What a sink is to tell at once.
 *
 * @param kind what brought the alerts together
 * @param alerts at least one, oldest first
 */
public record Notification(Kind kind, List<Alert> alerts) {

  /** What brought the alerts together. */
  public enum Kind {
    /** Nothing: it is one alert. */
    ALERT,
    /** A group of a route. */
    GROUP,
    /** The time of day. */
    DIGEST
  }

  /** Copies its list. */
  public Notification {
    alerts = List.copyOf(alerts);
  }

  /** One alert by itself. */
  public static Notification of(Alert alert) {
    return new Notification(Kind.ALERT, List.of(alert));
  }

  /** The first alert. */
  public Alert first() {
    return alerts.get(0);
  }

  /**
   * The same for every try to tell the same events, so that a receiver can drop what it has: the
   * event's own id for one alert by itself.
   */
  public String id() {
    return kind == Kind.ALERT
        ? first().eventId()
        : Fingerprint.of(alerts.stream().map(Alert::eventId).toArray(String[]::new));
  }
}
