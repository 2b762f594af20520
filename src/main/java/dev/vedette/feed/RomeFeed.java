package dev.vedette.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What Rome makes of a feed's tree, as the records that the rest of the house knows. */
final class RomeFeed {

  /** {@code editor@example.org (Jane Doe)}, as RSS writes authors. */
  private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\(([^)]+)\\)");

  private RomeFeed() {}

  static ParsedFeed read(Document tree, URI base) throws dev.vedette.feed.FeedException {
    Element root = tree.getRootElement();
    Wishes wishes = WishReader.read(root).with(HubReader.read(root, base));
    FeedTree.tidy(root, base);
    String language = FeedTree.language(root);
    SyndFeed feed = build(tree);
    String author = people(feed.getAuthors(), feed.getAuthor());
    String inherited = root.getName().equals("feed") ? author : ""; // as RFC 4287 says
    List<ParsedFeed.Item> items = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      if (items.size() < ParsedFeed.MAX_ENTRIES) {
        items.add(item(entry, inherited));
      }
    }
    return new ParsedFeed(
        title(feed.getTitleEx(), feed.getTitle()),
        link(feed.getLink(), feed.getLinks()),
        html(feed.getDescriptionEx()),
        text(language.isEmpty() ? feed.getLanguage() : language),
        text(feed.getUri()),
        author,
        instant(feed.getPublishedDate()),
        wishes,
        items);
  }

  private static SyndFeed build(Document tree) throws dev.vedette.feed.FeedException {
    try {
      SyndFeedInput input = new SyndFeedInput();
      return input.build(tree);
    } catch (FeedException | RuntimeException | StackOverflowError refused) {
      // Rome was made for feeds by the book, and meets others with whatever the JDK throws
      throw new dev.vedette.feed.FeedException("not a feed: " + SafeHtml.line(refused.toString()));
    }
  }

  private static ParsedFeed.Item item(SyndEntry entry, String feedAuthor) {
    List<String> contents = new ArrayList<>();
    for (SyndContent content : entry.getContents()) {
      contents.add(html(content));
    }
    List<String> categories = new ArrayList<>();
    for (SyndCategory category : entry.getCategories()) {
      categories.add(SafeHtml.text(text(category.getName())));
    }
    String author = people(entry.getAuthors(), entry.getAuthor());
    return new ParsedFeed.Item(
        text(entry.getUri()),
        title(entry.getTitleEx(), entry.getTitle()),
        link(entry.getLink(), entry.getLinks()),
        instant(entry.getPublishedDate()),
        instant(entry.getUpdatedDate()),
        author.isEmpty() ? feedAuthor : author,
        html(entry.getDescription()),
        String.join("\n", contents),
        categories);
  }

  private static String title(@Nullable SyndContent content, @Nullable String plain) {
    if (content == null || content.getValue() == null) {
      return SafeHtml.text(text(plain));
    }
    return isPlain(content) ? SafeHtml.line(content.getValue()) : SafeHtml.text(content.getValue());
  }

  private static String html(@Nullable SyndContent content) {
    if (content == null || content.getValue() == null) {
      return "";
    }
    return isPlain(content)
        ? SafeHtml.escape(content.getValue())
        : SafeHtml.clean(content.getValue());
  }

  /** Atom says when it is text; RSS never does, and means HTML. */
  private static boolean isPlain(SyndContent content) {
    return "text".equals(content.getType());
  }

  /** The alternate link where links have roles, else the only one. */
  private static String link(@Nullable String link, List<SyndLink> links) {
    Stream<String> alternates =
        links.stream()
            .filter(one -> one.getRel() == null || one.getRel().equals("alternate"))
            .map(SyndLink::getHref);
    return Stream.concat(alternates, Stream.ofNullable(link))
        .filter(one -> one != null && !one.isBlank())
        .map(String::strip)
        .findFirst()
        .orElse("");
  }

  private static String people(List<SyndPerson> people, @Nullable String other) {
    List<String> names = new ArrayList<>();
    for (SyndPerson person : people) {
      String name = text(person.getName());
      names.add(name.isEmpty() ? text(person.getEmail()) : name);
    }
    if (names.isEmpty()) {
      names.add(text(other));
    }
    return names.stream()
        .map(RomeFeed::name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static String name(String written) {
    Matcher matcher = MAIL_AND_NAME.matcher(written);
    return SafeHtml.text(matcher.matches() ? matcher.group(1) : written);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
