package dev.vedette.page;

import dev.vedette.article.Zone;
import dev.vedette.document.SafeHtml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a page: a run of text that no block element interrupts.
 *
 * @param owner the block element that it stands in
 * @param text on one line
 * @param linked how many of its characters are links
 * @param zone what the markup around it says that it is; {@link Zone#BODY} where that says nothing
 */
record PageBlock(Element owner, String text, int linked, Zone zone) {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "applet",
          "button",
          "input",
          "select",
          "option",
          "textarea",
          "canvas",
          "audio",
          "video",
          "dialog",
          "head",
          "map",
          "progress",
          "meter",
          "datalist",
          "picture",
          "img",
          "frameset",
          "frame");

  private static final Pattern SUBSCRIBERS =
      Pattern.compile("(?:subscriber|member|premium)s?-(?:only|content)|paywall");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Every paragraph inside the element, in order. Empty ones are left out. */
  static List<PageBlock> of(Element root) {
    Collector collector = new Collector();
    root.traverse(collector);
    collector.flush(root);
    return collector.blocks;
  }

  /** The same block, as another part of the page. */
  PageBlock as(Zone other) {
    return other == zone ? this : new PageBlock(owner, text, linked, other);
  }

  boolean isHeading() {
    return HEADINGS.contains(owner.normalName());
  }

  boolean isListed() {
    return owner.normalName().equals("li") || owner.closest("li") != null;
  }

  double linkShare() {
    return text.isEmpty() ? 0 : Math.min(1, (double) linked / text.length());
  }

  /** Whether an element and what is in it is not for the eye, or no text. */
  static boolean isSkipped(Element element) {
    if (SKIPPED.contains(element.normalName()) || element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.replace(" ", "").toLowerCase(java.util.Locale.ROOT).contains("display:none")
        && element.text().length() < 2_000 // whole articles are hidden until a script has run
        && !isHeldBack(element);
  }

  /** Whether it is a part of the article that a script shows to those who have paid. */
  private static boolean isHeldBack(Element element) {
    return SUBSCRIBERS.matcher(element.className()).find()
        && element.closest("[itemprop=articleBody]") != null;
  }

  private static final class Collector implements NodeVisitor {

    private final List<PageBlock> blocks = new ArrayList<>();
    private final PageRoles roles = new PageRoles();
    private final Map<Element, Zone> zones = new HashMap<>();
    private final StringBuilder run = new StringBuilder();
    private @Nullable Element first;
    private @Nullable Element last;
    private int linked;
    private int inLinks;
    private int skipped;
    private boolean broken;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (isSkipped(element)) {
          skipped++;
        }
        enter(element);
      } else if (node instanceof TextNode text && skipped == 0) {
        String words = text.getWholeText();
        if (!words.isBlank()) {
          broken = false;
          last = text.parent();
          first = first == null ? last : first;
        }
        run.append(words);
        linked += inLinks > 0 ? words.strip().length() : 0;
      }
    }

    private void enter(Element element) {
      String name = element.normalName();
      if (name.equals("a")) {
        inLinks++;
      } else if (name.equals("br")) {
        if (broken) {
          flush(element);
        }
        run.append(' ');
        broken = true;
      } else if (element.isBlock()) {
        flush(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.normalName().equals("a")) {
          inLinks--;
        } else if (element.isBlock()) {
          add(element);
        }
        if (isSkipped(element)) {
          skipped--;
        }
      }
    }

    /** Ends the run that stood before a new block. */
    void flush(Element next) {
      Element parent = next.parent();
      add(parent == null ? next : parent);
    }

    private void add(Element around) {
      String text = SafeHtml.line(run.toString());
      if (!text.isEmpty()) {
        Element owner = around;
        while (!owner.isBlock() && owner.parent() != null) {
          owner = owner.parent();
        }
        blocks.add(new PageBlock(owner, text, linked, zone(holder(owner))));
      }
      run.setLength(0);
      first = null;
      last = null;
      linked = 0;
      broken = false;
    }

    /** The innermost element that holds all of the run: one within its block, or the block. */
    private Element holder(Element owner) {
      Element holder = last;
      while (holder != null && !holder.equals(owner) && !holds(holder, first)) {
        holder = holder.parent();
      }
      return holder != null && holds(owner, holder) ? holder : owner;
    }

    private static boolean holds(Element holder, @Nullable Element other) {
      Element e = other;
      while (e != null && !e.equals(holder)) {
        e = e.parent();
      }
      return e != null;
    }

    private Zone zone(Element owner) {
      Zone known = zones.get(owner);
      if (known == null) {
        Zone own = roles.of(owner);
        Element parent = owner.parent();
        boolean article = owner.attr("itemprop").contains("articleBody");
        known = own != Zone.BODY || parent == null || article ? own : zone(parent);
        zones.put(owner, known);
      }
      return known;
    }
  }
}
