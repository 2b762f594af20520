package dev.vedette.history;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert with all that has become of it since.
 *
 * @param alert as it was raised, or as it was corrected; with the newest state of its story
 * @param state what the last event said of it
 * @param changedAt the time of the last event
 * @param events the first {@link #MAX_EVENTS}, oldest first
 * @param feedback what was said of it; null if nothing was
 * @param place of the last event
 * @param feedbackPlace of what was said; null if nothing was
 */
public record Filed(
    Alert alert,
    Alert.Type state,
    Instant changedAt,
    List<Event> events,
    @Nullable Feedback feedback,
    Place place,
    @Nullable Place feedbackPlace) {

  /** The most events that are kept of one alert. */
  static final int MAX_EVENTS = 100;

  /** Copies its list. */
  public Filed {
    events = List.copyOf(events);
  }

  /**
   * Something that was said of an alert.
   *
   * @param type what
   * @param at when the article that made it was fetched
   * @param source id of the article's source
   * @param article id of the article
   * @param revision of its text
   */
  public record Event(Alert.Type type, Instant at, String source, String article, String revision) {

    static Event of(Alert alert) {
      Alert.ArticleRef article = alert.article();
      return new Event(
          alert.type(), alert.raisedAt(), article.source(), article.id(), article.revision());
    }
  }

  static Filed first(Alert alert, Place place) {
    return new Filed(
        alert, alert.type(), alert.raisedAt(), List.of(Event.of(alert)), null, place, null);
  }

  /**
   * After another event. An event about the article that raised the alert says the newest of its
   * text; one about a copy says only what there is besides.
   */
  Filed with(Alert event, Place at) {
    List<Event> more = new ArrayList<>(events);
    if (more.size() < MAX_EVENTS) {
      more.add(Event.of(event));
    }
    boolean same = event.article().id().equals(alert.article().id());
    Alert now = same && !event.hits().isEmpty() ? told(event, event) : told(alert, event);
    return new Filed(now, event.type(), event.raisedAt(), more, feedback, at, feedbackPlace);
  }

  /** The text of one and the story of the other, raised when this was. */
  private Alert told(Alert text, Alert story) {
    return new Alert(
        alert.id(),
        alert.type(),
        alert.raisedAt(),
        text.watchlist(),
        text.watchlistVersion(),
        text.entry(),
        text.title(),
        text.severity(),
        text.score(),
        text.tags(),
        text.silenced(),
        text.article(),
        text.hits(),
        text.totalHits(),
        text.snippet(),
        story.story(),
        text.hitsChanged(),
        text.summary());
  }

  /** With what was said of it; null for what was taken back. */
  Filed with(@Nullable Feedback said, @Nullable Place at) {
    return new Filed(alert, state, changedAt, events, said, place, at);
  }
}
