package dev.vedette.sink;

import dev.vedette.alert.Alert;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A notification as one message of a chat, never longer than the chat takes: first what is said of
 * an alert gets shorter, and of many the last are only counted.
 *
 * @param markup how the chat writes
 * @param most the longest message
 * @param length how the chat counts; as it stands, markup included
 */
record ChatText(Markup markup, int most, ToIntFunction<String> length) {

  /**
   * How much is said of an alert, from much to hardly anything; in UTF-16 units before escaping.
   */
  private record Detail(int title, int headline, int snippet, int url) {}

  private static final List<Detail> DETAILS =
      List.of(
          new Detail(150, 300, 500, 1_000),
          new Detail(100, 200, 200, 500),
          new Detail(60, 100, 0, 300),
          new Detail(40, 40, 0, 0));

  /** With so much room, nobody need be brief. */
  private static final int ROOMY = 50_000;

  private static final List<Detail> BRIEF = List.of(new Detail(100, 150, 0, 500), DETAILS.get(3));

  /** The message. */
  String of(Notification notification) {
    if (notification.kind() == Notification.Kind.ALERT) {
      return fitting(notification.first(), DETAILS, most);
    }
    return list(notification);
  }

  private String list(Notification notification) {
    StringBuilder text = new StringBuilder(markup.strong(Wording.summary(notification)));
    List<Alert> alerts = notification.alerts();
    for (int n = 0; n < alerts.size(); n++) {
      boolean last = n == alerts.size() - 1;
      String tail = last ? "" : more(alerts.size() - n);
      int room = most - length.applyAsInt(text + "\n\n" + tail);
      String next = fitting(alerts.get(n), most < ROOMY ? BRIEF : DETAILS, room);
      if (next.isEmpty()) {
        return text + more(alerts.size() - n);
      }
      text.append("\n\n").append(next);
    }
    return text.toString();
  }

  private String more(int count) {
    return "\n\n" + markup.plain("… and " + count + " more");
  }

  /** As much of an alert as there is room for; empty if there is not enough for the least. */
  private String fitting(Alert alert, List<Detail> details, int room) {
    return details.stream()
        .map(detail -> text(alert, detail))
        .filter(text -> length.applyAsInt(text) <= room)
        .findFirst()
        .orElse("");
  }

  private String text(Alert alert, Detail detail) {
    String headline = Wording.headline(alert, detail.headline());
    String url = Wording.url(alert, detail.url());
    String snippet = Wording.cut(alert.snippet(), detail.snippet());
    return markup.strong(Wording.title(alert, detail.title()))
        + "\n"
        + markup.plain(Wording.source(alert) + ": ")
        + (url.isEmpty() ? markup.plain(headline) : markup.link(headline, url))
        + (snippet.isEmpty() ? "" : "\n" + markup.plain(snippet))
        + "\n"
        + markup.plain(Wording.origin(alert));
  }
}
