package dev.vedette.page;

import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.document.Decoding;
import dev.vedette.document.Languages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the article out of a web page. */
public final class PageReader {

  private static final int SHORTEST_LEAD = 60;

  /** So many paragraphs at the end may be about the author. */
  private static final int LAST_WORDS = 3;

  /**
   * Reads one page.
   *
   * @param contentType the HTTP header, verbatim; null where there is none
   * @param base the address of the page, for its relative links
   */
  public PageText read(byte[] bytes, @Nullable String contentType, URI base) {
    return read(bytes, contentType, base, "");
  }

  /**
   * Reads one page whose text has a known place.
   *
   * @param selector a CSS selector of the article's text; empty means: find it. One that selects
   *     nothing is as good as none
   */
  public PageText read(byte[] bytes, @Nullable String contentType, URI base, String selector) {
    return read(Decoding.decode(bytes, contentType), base, selector);
  }

  /** The same for a page that is decoded already. */
  public static PageText read(String html, URI base, String selector) {
    Document page = Jsoup.parse(html, base.toString());
    return text(blocks(page, selector), PageMeta.of(page));
  }

  /**
   * An HTML fragment, such as a feed's content: all of it is the article, and what a page would say
   * of itself is said elsewhere.
   *
   * @param title the headline, if the text should repeat it
   * @param author names, parted by commas, if the text should tell about them
   */
  public static PageText fragment(String html, URI base, String title, String author) {
    PageMeta meta = new PageMeta(title, null, author, "", "", "");
    if (html.isBlank()) {
      return text(List.of(), meta);
    }
    String page = "<html><body><article>" + html + "</article></body></html>";
    return text(blocks(Jsoup.parse(page, base.toString()), "article"), meta);
  }

  private static PageText text(List<PageBlock> blocks, PageMeta meta) {
    StringBuilder text = new StringBuilder();
    List<ZoneSpan> zones = new ArrayList<>();
    for (PageBlock block : zoned(blocks, meta)) {
      if (text.length() > 0) {
        text.append('\n');
      }
      int start = text.length();
      text.append(block.text());
      if (block.zone() != Zone.BODY) {
        zones.add(new ZoneSpan(block.zone(), start, text.length()));
      }
    }
    return new PageText(
        meta.title(),
        text.toString(),
        zones,
        meta.published(),
        meta.author(),
        meta.canonicalUrl(),
        Languages.reconciled(meta.language(), text.toString()),
        meta.site());
  }

  private static List<PageBlock> blocks(Document page, String selector) {
    List<Element> chosen = selector.isEmpty() ? List.of() : page.select(selector);
    if (chosen.isEmpty()) {
      return MainText.of(page);
    }
    List<PageBlock> blocks = new ArrayList<>();
    for (Element element : chosen) {
      if (element.parents().stream().noneMatch(chosen::contains)) {
        blocks.addAll(PageBlock.of(element));
      }
    }
    return blocks;
  }

  /** The blocks that are kept, each as what it is. */
  private static List<PageBlock> zoned(List<PageBlock> blocks, PageMeta meta) {
    List<PageBlock> zoned = new ArrayList<>();
    boolean first = true;
    boolean led = false;
    for (PageBlock block : blocks) {
      Zone zone = zone(block, meta, first, led);
      first &= zone == Zone.BODY || zone == Zone.NAVIGATION;
      led |= zone == Zone.LEAD;
      if (zone != Zone.NAVIGATION) {
        zoned.add(block.as(zone));
      }
    }
    biographies(zoned, meta.author());
    return zoned;
  }

  /** The last paragraphs may tell about those who wrote the article. */
  private static void biographies(List<PageBlock> blocks, String author) {
    List<String> names = Stream.of(author.split(", ", -1)).filter(Credits::isPerson).toList();
    int left = LAST_WORDS;
    for (int i = blocks.size() - 1; i > 0 && left > 0; i--) {
      PageBlock block = blocks.get(i);
      if (block.zone() == Zone.BODY) {
        left--;
        String text = block.text();
        if (ZoneCues.isBiography(text)
            || names.stream().anyMatch(name -> text.startsWith(name + " "))) {
          blocks.set(i, block.as(Zone.BYLINE));
        }
      }
    }
  }

  /** Whether a line above the text says who wrote it or when. */
  private static boolean isSigned(String line, String author) {
    boolean named = !author.isEmpty() && (line.contains(author) || author.contains(line));
    return ZoneCues.isDated(line) || (named && !ZoneCues.endsSentence(line));
  }

  /** In letters of an alphabet: a character of Chinese, Japanese or Korean says more than one. */
  private static long length(String text) {
    return text.length() + text.codePoints().filter(PageReader::isDense).count();
  }

  private static boolean isDense(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  private static Zone zone(PageBlock block, PageMeta meta, boolean first, boolean led) {
    String text = block.text();
    if (block.zone() != Zone.BODY) {
      return block.zone();
    }
    boolean headline = first && block.owner().normalName().equals("h1");
    if (headline || text.equalsIgnoreCase(meta.title())) {
      return Zone.TITLE;
    }
    Zone cue = ZoneCues.of(text);
    if (cue != null) {
      return cue;
    }
    if (led || (block.isHeading() && !ZoneCues.endsSentence(text))) {
      return Zone.BODY;
    }
    if (length(text) >= SHORTEST_LEAD) {
      return Zone.LEAD;
    }
    return !first && isSigned(text, meta.author()) ? Zone.BYLINE : Zone.BODY;
  }
}
