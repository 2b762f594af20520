package dev.vedette.feed;

import dev.vedette.document.Links;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who tells what is new in a feed, as WebSub has it.
 *
 * @param address of the hub; http or https
 * @param topic what the feed is called there, which is its own address as it gives it; empty where
 *     it gives none
 * @see <a href="https://www.w3.org/TR/websub/#discovery">WebSub, discovery</a>
 */
public record Hub(String address, String topic) {

  private static final int LONGEST = 1_000;

  /**
   * The hub that is named; null where none is, or none that can be asked.
   *
   * @param address as it is written; relative to the base, perhaps
   * @param topic likewise
   */
  public static @Nullable Hub of(URI base, String address, String topic) {
    String hub = Links.resolve(base, address);
    String self = topic.isBlank() ? "" : Links.resolve(base, topic);
    URI uri = Links.uri(hub);
    if (uri == null || uri.getHost() == null || !isWeb(uri) || uri.toString().length() > LONGEST) {
      return null;
    }
    return new Hub(uri.toString(), self.length() > LONGEST ? "" : self);
  }

  private static boolean isWeb(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }
}
