package dev.vedette.page;

import dev.vedette.article.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article on a page. Every paragraph has a weight: the text in it that is no link, if it
 * is long enough to be a sentence. An element weighs what its paragraphs weigh; from the body down,
 * the article is in the heaviest child as long as that has nearly all of its parent's weight.
 */
final class MainText {

  /** The share of its parent's weight from which on a child holds the whole article. */
  private static final double WHOLE = 0.72;

  /** The share of all weight from which on an element is the article whatever it is called. */
  private static final double MOST = 0.55;

  /** The share of all weight below which what no label takes away cannot be the whole article. */
  private static final double LITTLE = 0.25;

  private static final String SEMANTIC =
      "[itemprop=articleBody], article, main, [role=main], .post-content, .entry-content,"
          + " .article-body, .article-content, .story-body";

  private final List<PageBlock> blocks;
  private final Map<Element, Double> weights = new HashMap<>();
  private final Map<Element, Double> all = new HashMap<>();

  private final PageRoles roles = new PageRoles();

  private MainText(Document page) {
    this.blocks = PageBlock.of(page.body());
  }

  /** The paragraphs of the article, in order, with what stands among them. */
  static List<PageBlock> of(Document page) {
    MainText reading = new MainText(page);
    Element body = page.body();
    reading.weigh(body);
    return ArticleParts.of(reading.blocks, reading.narrow(reading.start(page, body)));
  }

  private void weigh(Element body) {
    for (PageBlock block : blocks) {
      add(block, weight(block), all);
      add(block, block.zone() == Zone.BODY ? weight(block) : 0, weights);
    }
    if (weights.getOrDefault(body, 0.0) < LITTLE * all.getOrDefault(body, 0.0)) {
      relabel(all.getOrDefault(body, 0.0));
    }
  }

  /** Where hardly anything is left, what holds most of the page is no furniture. */
  private void relabel(double total) {
    for (int i = 0; i < blocks.size(); i++) {
      PageBlock block = blocks.get(i);
      if (block.zone() != Zone.BODY && isMislabelled(block, total)) {
        blocks.set(i, block.as(Zone.BODY));
        add(block, weight(block), weights);
      }
    }
  }

  private static void add(PageBlock block, double weight, Map<Element, Double> to) {
    if (weight > 0) {
      for (Element e = block.owner(); e != null; e = e.parent()) {
        to.merge(e, weight, Double::sum);
      }
    }
  }

  /** Whether the element that gave the block its zone holds most of the page: then it is none. */
  private boolean isMislabelled(PageBlock block, double total) {
    for (Element e = block.owner(); e != null; e = e.parent()) {
      if (roles.of(e) != Zone.BODY && all.getOrDefault(e, 0.0) < MOST * total) {
        return false;
      }
    }
    return true;
  }

  /** In UTF-16 units of Latin script. */
  static double weight(PageBlock block) {
    String text = block.text();
    double length = text.length() - 1.5 * block.linked();
    long dense = text.codePoints().filter(Character::isIdeographic).count();
    double units = length + dense;
    boolean sentence = units >= 80 || (units >= 35 && endsSentence(text));
    return sentence && !block.isHeading() ? Math.min(units, 2_000) : 0;
  }

  private static boolean endsSentence(String text) {
    return ".!?。！？…।؟”\"»".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** A semantic container if it has a good part of the weight, else the body. */
  private Element start(Document page, Element body) {
    double total = weights.getOrDefault(body, 0.0);
    Element best = body;
    double least = Double.MAX_VALUE;
    for (Element element : page.select(SEMANTIC)) {
      double weight = weights.getOrDefault(element, 0.0);
      if (weight >= 0.5 * total && weight <= least && weight > 0) {
        best = element;
        least = weight;
      }
    }
    return best;
  }

  private Element narrow(Element from) {
    Element at = from;
    while (true) {
      Element heaviest = heaviest(at);
      double weight = weights.getOrDefault(at, 0.0);
      if (heaviest == null || weights.getOrDefault(heaviest, 0.0) < WHOLE * weight) {
        return at;
      }
      if (heaviest.normalName().equals("p") || heaviest.normalName().equals("li")) {
        return at;
      }
      at = heaviest;
    }
  }

  private @Nullable Element heaviest(Element parent) {
    Element heaviest = null;
    double most = 0;
    for (Element child : parent.children()) {
      double weight = weights.getOrDefault(child, 0.0);
      if (weight > most) {
        heaviest = child;
        most = weight;
      }
    }
    return heaviest;
  }
}
