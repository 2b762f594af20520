package dev.vedette.feed;

import dev.vedette.document.Decoding;
import java.net.URI;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/**
 * Feeds as they are on the web: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed. Rome reads them, from
 * a tree that has been repaired and put in order first.
 */
public final class FeedReader {

  /**
   * Reads one feed; what is damaged is read as far as it is whole.
   *
   * @param contentType the HTTP header, verbatim; null where there is none
   * @param base the address of the feed, for its relative links
   * @throws FeedException if this is no feed; the message says what it is, and which feed it names
   */
  public ParsedFeed read(byte[] bytes, @Nullable String contentType, URI base)
      throws FeedException {
    return read(Decoding.decode(bytes, contentType), base);
  }

  /** The same for a feed that is decoded already. */
  public ParsedFeed read(String text, URI base) throws FeedException {
    FeedSniffer.refuseWhatIsNoFeed(text, base);
    if (FeedSniffer.isJson(text)) {
      return JsonFeedReader.read(text, base);
    }
    Document tree = FeedXml.parse(XmlRepair.repair(text));
    if (tree == null) {
      throw new FeedException("not a feed: no XML in it");
    }
    return RomeFeed.read(tree, base);
  }
}
