package dev.vedette.page;

import dev.vedette.article.Zone;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an article, once the element is found that holds its text: the paragraphs in
 * there, between them and the headline what introduces them, and under them what is said of the
 * article: its author, its rights, and what else there is to read on the matter.
 */
final class ArticleParts {

  /** A heading of so many letters that is a sentence introduces the text instead of parting it. */
  private static final int SHORTEST_STANDFIRST = 60;

  /** The shortest item of a summary above the text. */
  private static final int SHORTEST_POINT = 20;

  /** The most links under one pointer that are taken to be its aims. */
  private static final int MOST_AIMS = 10;

  /** The share of a block's letters from which on it is nothing but links. */
  private static final double LINKED = 0.75;

  /** Links that are shorter are buttons, or the names of sections. */
  private static final int SHORTEST_LINK = 25;

  private final Element container;

  /** What stands in it beside the text belongs to the article. */
  private final @Nullable Element frame;

  /** What stands in it belongs to the article if it says so. */
  private final @Nullable Element surroundings;

  private final List<PageBlock> above = new ArrayList<>();
  private final List<PageBlock> found = new ArrayList<>();

  /** Headings above the text that are kept if a summary follows. */
  private @Nullable PageBlock announced;

  /** Where the links under the last pointer stand. */
  private @Nullable Element aims;

  private int aimed;

  private ArticleParts(Element container) {
    this.container = container;
    Element article = container.closest("article, main, [role=main]");
    this.frame = article == null ? container.parent() : article;
    this.surroundings = article == null ? around(frame) : article;
  }

  /** The blocks of the page that are the article's, in order. */
  static List<PageBlock> of(List<PageBlock> blocks, Element container) {
    ArticleParts parts = new ArticleParts(container);
    parts.read(blocks);
    parts.found.removeIf(block -> block.zone() == Zone.NAVIGATION);
    parts.found.addAll(0, parts.above);
    return withoutLooseHeadings(parts.found);
  }

  private static @Nullable Element around(@Nullable Element frame) {
    Element wider = frame == null ? null : frame.parent();
    return wider == null || wider.normalName().equals("html") || wider.normalName().equals("body")
        ? frame
        : wider;
  }

  private void read(List<PageBlock> blocks) {
    boolean reached = false;
    for (PageBlock block : blocks) {
      boolean inside = isInside(block.owner(), container);
      if (inside && isNextArticle(block)) {
        return;
      }
      reached |= inside;
      if (inside && block.zone() != Zone.NAVIGATION) {
        found.add(sorted(block));
      } else if (!reached) {
        standfirst(block);
      } else if (!inside) {
        below(block);
      }
    }
  }

  /** Pages without end put one article under the other, each with a headline of its own. */
  private boolean isNextArticle(PageBlock block) {
    if (!block.owner().normalName().equals("h1")) {
      return false;
    }
    Element article = block.owner().closest("article");
    return article != null
        && found.stream()
            .filter(earlier -> MainText.weight(earlier) > 0)
            .findFirst()
            .filter(first -> !isInside(first.owner(), article))
            .isPresent();
  }

  /** What stands between the headline and the text belongs to the article. */
  private void standfirst(PageBlock block) {
    if (block.owner().normalName().equals("h1")) {
      above.clear();
      above.add(block);
    } else if (!above.isEmpty() && isPoint(block)) {
      if (announced != null) {
        above.add(announced);
      }
      above.add(block);
    } else if (!above.isEmpty() && belongsAbove(block)) {
      above.add(block);
    } else if (!above.isEmpty() && block.zone() == Zone.BODY && isSaidOf(block.text())) {
      above.add(block.as(Zone.BYLINE));
    }
    announced = block.isHeading() && block.zone() == Zone.BODY ? block : null;
  }

  private static boolean belongsAbove(PageBlock block) {
    return switch (block.zone()) {
      case BODY ->
          MainText.weight(block) > 0
              || isStandfirst(block)
              || ZoneCues.of(block.text()) == Zone.CAPTION;
      case BYLINE, CAPTION -> true;
      default -> false;
    };
  }

  /** Whether the line says when the article appeared, or by whom. */
  private static boolean isSaidOf(String line) {
    Zone cue = ZoneCues.of(line);
    return cue == Zone.BYLINE || (cue == null && ZoneCues.isDated(line));
  }

  /** Many a site sets its standfirst as a heading. */
  private static boolean isStandfirst(PageBlock block) {
    return block.isHeading()
        && block.text().length() >= SHORTEST_STANDFIRST
        && ZoneCues.endsSentence(block.text());
  }

  /** Whether it is an item of what the article sums up before it begins. */
  private boolean isPoint(PageBlock block) {
    return block.zone() == Zone.BODY
        && block.isListed()
        && block.linked() == 0
        && block.text().length() >= SHORTEST_POINT
        && frame != null
        && isInside(block.owner(), frame);
  }

  /** What stands under the text is kept for what it says of the article: its author and rights. */
  private void below(PageBlock block) {
    boolean beside = frame != null && isInside(block.owner(), frame);
    boolean near = surroundings != null && isInside(block.owner(), surroundings);
    Zone cue = ZoneCues.of(block.text());
    if (block.zone() == Zone.LEGAL || cue == Zone.LEGAL) {
      found.add(block.as(Zone.LEGAL));
    } else if (near && (block.zone() == Zone.LINK || block.zone() == Zone.BYLINE)) {
      found.add(block);
    } else if (near && block.zone() == Zone.BODY && cue == Zone.LINK) {
      found.add(block.as(Zone.LINK));
    } else if (isAim(block) || (beside && sorted(block).zone() == Zone.LINK)) {
      aimed++;
      found.add(block.as(Zone.LINK));
    }
    if (near && PointerCues.isBarePointer(block.text())) {
      aims = block.owner().parent();
      aimed = 0;
    }
  }

  /** Whether it is a link under "Related articles". */
  private boolean isAim(PageBlock block) {
    return aims != null
        && aimed < MOST_AIMS
        && block.zone() == Zone.BODY
        && block.linkShare() >= LINKED
        && isInside(block.owner(), aims);
  }

  private static boolean isInside(Element element, Element container) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e.equals(container)) {
        return true;
      }
    }
    return false;
  }

  /** A block that is nothing but links points somewhere else. */
  private static PageBlock sorted(PageBlock block) {
    if (block.zone() != Zone.BODY || block.linkShare() < LINKED) {
      return block;
    }
    int links = Math.max(1, block.owner().select("a").size());
    return block.as(block.text().length() / links >= SHORTEST_LINK ? Zone.LINK : Zone.NAVIGATION);
  }

  /** A heading with nothing under it announced something that is not part of the article. */
  private static List<PageBlock> withoutLooseHeadings(List<PageBlock> blocks) {
    List<PageBlock> kept = new ArrayList<>();
    boolean followed = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      PageBlock block = blocks.get(i);
      boolean loose = block.isHeading() && !followed && block.zone() == Zone.BODY;
      if (!loose) {
        kept.add(0, block);
      }
      followed |= block.zone() == Zone.BODY && !block.isHeading();
    }
    return kept;
  }
}
