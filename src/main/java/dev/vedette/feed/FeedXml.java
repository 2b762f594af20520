package dev.vedette.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.IllegalAddException;
import org.jdom2.IllegalDataException;
import org.jdom2.IllegalNameException;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a feed: by the book where it is XML, else leniently, so that the entries that arrived
 * whole survive. Neither way resolves anything outside the text.
 */
final class FeedXml {

  /** Deeper than any feed; a parser that recurses is given nothing deeper. */
  private static final int MAX_DEPTH = 256;

  private static final Map<String, String> USUAL_PREFIXES =
      Map.ofEntries(
          Map.entry("atom", "http://www.w3.org/2005/Atom"),
          Map.entry("atom10", "http://www.w3.org/2005/Atom"),
          Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
          Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
          Map.entry("media", "http://search.yahoo.com/mrss/"),
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
          Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"));

  static {
    System.setProperty("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
  }

  private FeedXml() {}

  /**
   * The tree of the text.
   *
   * @param text already through {@link XmlRepair}
   * @return null if there is no element in it
   */
  static @Nullable Document parse(String text) {
    try {
      return strictly(text);
    } catch (JDOMException | IOException | StackOverflowError malformed) {
      return leniently(text);
    }
  }

  private static Document strictly(String text) throws JDOMException, IOException {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    return builder.build(new StringReader(text));
  }

  private static @Nullable Document leniently(String text) {
    Parser parser = Parser.xmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
    org.jsoup.nodes.Document tree = Jsoup.parse(MissingEnds.mend(text), "", parser);
    for (org.jsoup.nodes.Element root : tree.children()) {
      Element copied = copy(root, new HashMap<>(USUAL_PREFIXES), 0, isShouted(root));
      if (copied != null) {
        return new Document(copied);
      }
    }
    return null;
  }

  private static boolean isShouted(org.jsoup.nodes.Element root) {
    return root.tagName().equals("RSS") || root.tagName().equals("FEED");
  }

  private static @Nullable Element copy(
      org.jsoup.nodes.Element from, Map<String, String> outer, int depth, boolean lower) {
    Map<String, String> prefixes = declared(from, outer);
    Element to = named(lower ? from.tagName().toLowerCase(Locale.ROOT) : from.tagName(), prefixes);
    if (to == null || depth > MAX_DEPTH) {
      return null;
    }
    for (Attribute attribute : from.attributes()) {
      copy(attribute, to, prefixes);
    }
    for (Node child : from.childNodes()) {
      if (child instanceof org.jsoup.nodes.Element element) {
        Element copied = isTorn(element) ? null : copy(element, prefixes, depth + 1, lower);
        if (copied != null) {
          to.addContent(copied);
        }
      } else if (child instanceof CDataNode cdata) {
        addText(to, cdata.text());
      } else if (child instanceof TextNode text) {
        addText(to, text.getWholeText());
      }
    }
    return to;
  }

  /** An entry that the end of the text cut short: its parent has no end either. */
  private static boolean isTorn(org.jsoup.nodes.Element element) {
    String name = element.tagName().toLowerCase(Locale.ROOT);
    org.jsoup.nodes.Element parent = element.parent();
    return (name.equals("item") || name.equals("entry"))
        && element.endSourceRange().isImplicit()
        && element.nextElementSibling() == null
        && parent != null
        && parent.endSourceRange().isImplicit();
  }

  private static void addText(Element to, String text) {
    if (Verifier.checkCharacterData(text) == null) {
      to.addContent(text);
    }
  }

  private static Map<String, String> declared(
      org.jsoup.nodes.Element from, Map<String, String> outer) {
    Map<String, String> prefixes = outer;
    for (Attribute attribute : from.attributes()) {
      String key = attribute.getKey();
      if (key.equals("xmlns") || key.startsWith("xmlns:")) {
        if (prefixes == outer) {
          prefixes = new HashMap<>(outer);
        }
        prefixes.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
      }
    }
    return prefixes;
  }

  private static @Nullable Element named(String name, Map<String, String> prefixes) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    try {
      return new Element(name.substring(colon + 1), namespace(prefix, prefixes));
    } catch (IllegalNameException illegal) {
      return null;
    }
  }

  private static Namespace namespace(String prefix, Map<String, String> prefixes) {
    String uri = prefixes.get(prefix);
    if (uri == null) {
      uri = prefix.isEmpty() ? "" : "urn:undeclared:" + prefix;
    }
    return prefix.equals("xml") ? Namespace.XML_NAMESPACE : Namespace.getNamespace(prefix, uri);
  }

  private static void copy(Attribute from, Element to, Map<String, String> prefixes) {
    String key = from.getKey();
    if (key.equals("xmlns") || key.startsWith("xmlns:")) {
      return;
    }
    int colon = key.indexOf(':');
    try {
      Namespace namespace =
          colon < 0 ? Namespace.NO_NAMESPACE : namespace(key.substring(0, colon), prefixes);
      to.setAttribute(key.substring(colon + 1), from.getValue(), namespace);
    } catch (IllegalNameException | IllegalDataException | IllegalAddException illegal) {
      // an attribute that XML has no name for says nothing to a feed reader
      return;
    }
  }
}
