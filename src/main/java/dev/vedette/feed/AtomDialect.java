package dev.vedette.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom under any address, or under none, becomes Atom 1.0 or 0.3. */
final class AtomDialect {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace ATOM_03 = Namespace.getNamespace("http://purl.org/atom/ns#");

  /** Names of Atom 1.0 and what they were in 0.3, for feeds that say 0.3 and write 1.0. */
  private static final Map<String, String> BEFORE_1_0 =
      Map.of("subtitle", "tagline", "updated", "modified", "published", "issued");

  private AtomDialect() {}

  /** Changes the tree in place. */
  static void unify(Element root) {
    boolean old =
        root.getNamespace().equals(ATOM_03)
            || root.getAttributeValue("version", "").startsWith("0.");
    unify(root, root.getNamespace(), old ? ATOM_03 : ATOM);
  }

  /** XHTML inside it stays what it is. */
  private static void unify(Element element, Namespace own, Namespace meant) {
    boolean isAtom =
        element.getNamespace().equals(own)
            || FeedDialect.family(element.getNamespace()).equals("atom");
    if (isAtom) {
      String name = element.getName().toLowerCase(Locale.ROOT);
      element.setNamespace(meant);
      element.setName(meant.equals(ATOM_03) ? BEFORE_1_0.getOrDefault(name, name) : name);
    }
    for (Element child : List.copyOf(element.getChildren())) {
      Namespace namespace = child.getNamespace();
      if (namespace.equals(own) || !FeedDialect.family(namespace).isEmpty()) {
        unify(child, own, meant);
      } else {
        child.detach();
      }
    }
  }
}
