package dev.vedette.page;

import dev.vedette.article.Zone;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a page's markup says that its parts are: by tag, role and the names in class and id. One
 * page's are few, and each is asked for often, so what they mean is remembered.
 */
final class PageRoles {

  private static final Set<String> NAVIGATION_TAGS =
      Set.of("nav", "menu", "footer", "aside", "form");

  private static final Set<String> NAVIGATION_ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "menu",
          "menubar",
          "toolbar",
          "dialog",
          "alert",
          "alertdialog",
          "tablist");

  private static final Pattern NAVIGATION =
      names(
          "comments?|comment(?:s|lists?|form|area|section|wrapper|template)|disqus|fb-comments|respond|replies|reactions?"
              + "|sidebars?|side-?(?:bar|col|column|rail)|rail|(?:left|right)-?(?:rail|col(?:umn)?|bar)"
              + "|share|shar(?:e|ing)-?(?:bar|buttons?|tools|links|box|this|daddy|wrap\\w*)|sharedaddy|sharing|addthis|addtoany|socials?|social-?\\w+"
              + "|promos?|promo-?\\w*|subscription-?\\w*|sign-?in|log-?in|register"
              + "|cookies?|cookie-?\\w*|consent|gdpr|banners?|ads?|adverts?|advert\\w+|ad-?(?:slot|unit|box|block|container|wrapper|label)|sponsor\\w*|dfp"
              + "|menus?|main-?menu|sub-?menu|navbar|nav|navi|navigation|breadcrumbs?|crumbs?|foot|footer(?:-(?:wrap\\w*|bottom\\w*|top|inner|container|text|menu|links))*|site-?footer|page-?footer|masthead|site-?header|page-?header|topbar|top-?bar"
              + "|pop-?ups?|modals?|overlays?|lightbox|widgets?|widget-?\\w*|toolbar|tools|article-?tools|utility"
              + "|tags?|tag-?(?:list|cloud|links|s)|taglist|keywords?|topics?|categor(?:y|ies)-?(?:list|links)?|cat-?links"
              + "|pagination|pagi?nav|pager|paging|post-?nav\\w*|nav-?(?:links|previous|next|below|above)|jump-?to|skip-?(?:link|to)?\\w*"
              + "|screen-?reader-?\\w*|sr-?only|visually-?hidden|hidden|hide|print-?only|no-?print|search-?\\w*|rating|ratings|votes?|polls?|quiz|feedback|donate|donation|toc"
              + "|entry-?(?:footer|utility)|post-?(?:footer|tags|meta-?footer|ratings)|meta-?footer|view-?count|counter|views|infobox|navbox|mw-editsection|catlinks|printfooter|hatnote");

  /** What asks the reader for something, and lists that are the same beside every article. */
  private static final Pattern SITE =
      names(
          "newsletters?|newsletter-?\\w*|subscribe(?:-?\\w+)?|sign-?up(?:-?\\w+)?"
              + "|most-?(?:read|popular|viewed|shared|commented)|popular(?:-?posts)?|trending|breaking-?(?:news|block)|latest|latest-?\\w+|recent-?(?:posts|news|comments)");

  private static final Pattern LINK =
      names(
          "related|related-?\\w+|relateds|relations?|see-?also|also-?read|read-?(?:also|more|next)|more-?(?:on|from|stories|news|articles|links|posts)|further-?reading"
              + "|recommend\\w*|recirc\\w*|outbrain|taboola|zergnet|up-?next|next-?(?:article|post)|you-?may\\w*|editors?-?picks?|inline-?related|in-?line-?(?:link|promo)|story-?links|read-?too|onward|teasers?|teaser-?\\w*");

  private static final Pattern CAPTION =
      names(
          "captions?|caption-?\\w*|\\w+-?caption|wp-caption(?:-text)?|fig-?caption|image-?(?:credit|caption|source|description|text)|photo-?(?:credit|caption|text|by)|picture-?(?:caption|credit)|credits?|photo-?info|im(?:g|age)-?(?:caption|desc\\w*|credit)|legenda?|bildunterschrift|bildquelle|slideshow-?\\w*");

  private static final Pattern BYLINE =
      names(
          "by-?lines?|by-?line-?\\w*|authors?|author-?\\w*|\\w+-?author|about-?(?:the-?)?author|writer|contributors?|bio|biography|post-?meta|entry-?meta|article-?meta|meta-?(?:info|data)|dateline-?info|datepublished|pub-?date|publish-?date|published|post-?(?:date|info)|entry-?date|timestamp|time-?stamp|article-?(?:date|info|byline|author)|date-?time|posted-?(?:on|by)|reading-?time|read-?time");

  private static final Pattern LEGAL = names("copyrights?|legal|disclaimers?|terms|imprint");

  /** What looks like furniture by one of its names, but is the article by another. */
  private static final Pattern ARTICLE =
      names(
          "article-?(?:body|content|text|main|copy)?|story-?(?:body|content|text)?|post-?(?:body|content|text)|entry-?(?:content|body)|main-?content|content-?(?:body|main)|articlebody|storytext|body-?(?:copy|text)|hentry");

  private final Map<String, Zone> known = new HashMap<>();

  private static Pattern names(String alternatives) {
    return Pattern.compile("(?:^|[\\s_]|--?|(?<=\\s))(?:" + alternatives + ")(?=$|[\\s_])");
  }

  /** {@link Zone#BODY} where the markup gives nothing away. */
  Zone of(Element element) {
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html") || tag.equals("article") || tag.equals("main")) {
      return Zone.BODY;
    }
    if (tag.equals("figcaption")) {
      return Zone.CAPTION;
    }
    if (tag.equals("address")) {
      return Zone.BYLINE;
    }
    Zone named = named(element);
    boolean pointer = tag.equals("aside") && named == Zone.LINK;
    return isFurniture(element, tag) && !pointer ? Zone.NAVIGATION : named;
  }

  private static boolean isFurniture(Element element, String tag) {
    if (tag.equals("header")) {
      return element.closest("article, main, [itemprop=articleBody]") == null;
    }
    return NAVIGATION_TAGS.contains(tag)
        || NAVIGATION_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT));
  }

  private Zone named(Element element) {
    if (!element.hasAttr("class") && !element.hasAttr("id") && !element.hasAttr("itemprop")) {
      return Zone.BODY;
    }
    String property = element.attr("itemprop");
    if (property.equals("articleBody")) {
      return Zone.BODY;
    }
    Zone named =
        known.computeIfAbsent(element.className() + "\n" + element.id(), PageRoles::meaning);
    return named == Zone.BODY && property.equals("author") ? Zone.BYLINE : named;
  }

  private static Zone meaning(String written) {
    String names = spoken(written);
    if (ARTICLE.matcher(names).find()) {
      return Zone.BODY;
    }
    if (SITE.matcher(names).find()) {
      return Zone.NAVIGATION;
    }
    if (CAPTION.matcher(names).find()) {
      return Zone.CAPTION;
    }
    if (LINK.matcher(names).find()) {
      return Zone.LINK;
    }
    if (NAVIGATION.matcher(names).find()) {
      return Zone.NAVIGATION;
    }
    if (BYLINE.matcher(names).find()) {
      return Zone.BYLINE;
    }
    return LEGAL.matcher(names).find() ? Zone.LEGAL : Zone.BODY;
  }

  /** {@code relatedPosts} as {@code related-posts}. */
  private static String spoken(String names) {
    StringBuilder spoken = new StringBuilder(names.length() + 8);
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      boolean hump =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
      spoken.append(hump ? "-" : "").append(Character.toLowerCase(c));
    }
    return spoken.toString();
  }
}
