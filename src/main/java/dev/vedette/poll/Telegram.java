package dev.vedette.poll;

import java.net.URI;

/**
 * Public channels of Telegram, by the preview that everybody can read without an account. A page
 * like others, whose messages stand on it, the newest twenty or so.
 */
public final class Telegram {

  /** How many pages back a poll goes, each of about twenty messages. */
  private static final int PAGES = 5;

  private static final String MESSAGE = ".tgme_widget_message[data-post]";

  private Telegram() {}

  /**
   * A channel as a source.
   *
   * @param channel its name, without {@code @}
   */
  public static Source.Page channel(Source.Settings settings, String channel) {
    return at(settings, URI.create("https://t.me/s/" + channel));
  }

  static Source.Page at(Source.Settings settings, URI preview) {
    return new Source.Page(
        settings,
        preview,
        Source.Links.of("a.tgme_widget_message_date"),
        new Source.Paging("a.tme_messages_more[data-before]", PAGES),
        ".tgme_widget_message_text",
        new Source.Items(MESSAGE, "time[datetime]", ".tgme_widget_message_owner_name"));
  }
}
