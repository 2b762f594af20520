package dev.vedette.page;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The element that shows the title, and those that it stands in. */
final class PageHeading {

  private final @Nullable Element element;
  private final Set<Element> around;

  PageHeading(@Nullable Element element) {
    this.element = element;
    this.around = element == null ? Set.of() : new HashSet<>(element.parents());
  }

  boolean is(Element other) {
    return other.equals(element);
  }

  /**
   * What stands under it, in the page's order; nothing where there is no heading.
   *
   * @param length up to how many characters of text further down
   */
  Set<Node> below(int length) {
    Set<Node> below = new LinkedHashSet<>();
    int seen = 0;
    Node node = element == null ? null : behind(element);
    while (node != null && seen < length) {
      below.add(node);
      if (node instanceof TextNode text && !text.isBlank()) {
        seen += text.text().length();
      }
      node = node.childNodeSize() > 0 ? node.childNode(0) : behind(node);
    }
    return below;
  }

  private static @Nullable Node behind(Node node) {
    for (Node one = node; one != null; one = one.parent()) {
      if (one.nextSibling() != null) {
        return one.nextSibling();
      }
    }
    return null;
  }

  /** Whether the heading stands in this element. */
  boolean isInside(Element other) {
    return around.contains(other);
  }
}
