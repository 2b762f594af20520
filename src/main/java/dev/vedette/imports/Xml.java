package dev.vedette.imports;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The records of an XML document, one at a time; document types and entities are refused. */
final class Xml implements AutoCloseable {

  /**
   * An element.
   *
   * @param place where it begins
   * @param name without prefix
   * @param attributes by their names without prefix
   * @param text what stands right in it, stripped
   * @param children the elements right in it
   */
  record Element(
      Place place,
      String name,
      Map<String, String> attributes,
      String text,
      List<Element> children) {

    /** An attribute; empty if it is not there. */
    String attribute(String called) {
      return attributes.getOrDefault(called, "");
    }

    /** The text of the first child of a name; empty if there is none. */
    String child(String called) {
      return all(called).stream().map(Element::text).findFirst().orElse("");
    }

    /** The children of a name. */
    List<Element> all(String called) {
      return children.stream().filter(child -> child.name.equals(called)).toList();
    }

    /** The children of a name that stand in children of another. */
    List<Element> all(String outer, String inner) {
      return all(outer).stream().flatMap(child -> child.all(inner).stream()).toList();
    }
  }

  private static final int DEEPEST = 32;

  private final String file;
  private final XmlBytes in;
  private final XMLStreamReader reader;
  private int parts;
  private int characters;

  private Xml(String file, XmlBytes in, XMLStreamReader reader) {
    this.file = file;
    this.in = in;
    this.reader = reader;
  }

  /** A document from its beginning. */
  static Xml open(ListFile file) throws ListException, IOException {
    XmlBytes in = new XmlBytes(file.open());
    try {
      XMLStreamReader reader =
          in.isUtf8()
              ? factory().createXMLStreamReader(new Utf8(in))
              : factory().createXMLStreamReader(in);
      return new Xml(file.name(), in, reader);
    } catch (XMLStreamException e) {
      in.close();
      throw wrong(file.name(), in, e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The name of the outermost element, at the beginning of which the document now stands. */
  String root() throws ListException {
    try {
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          throw here().wrong("a document type, as pages have (expected: a list of sanctions)");
        }
      }
      return reader.getLocalName();
    } catch (XMLStreamException e) {
      throw wrong(file, in, e);
    }
  }

  /**
   * The next element of one of these names, however deep it stands; null when the document has come
   * to its end.
   */
  @Nullable Element next(Set<String> names) throws ListException {
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && names.contains(reader.getLocalName())) {
          parts = 0;
          characters = 0;
          return element(0);
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw wrong(file, in, e);
    }
  }

  private Element element(int depth) throws XMLStreamException, ListException {
    Place place = here();
    String name = reader.getLocalName();
    Map<String, String> attributes = attributes(place);
    StringBuilder text = new StringBuilder();
    List<Element> children = new ArrayList<>();
    if (depth > DEEPEST || ++parts > Limits.PARTS) {
      throw place.wrong("a record with too much in it (expected: a list of sanctions)");
    }
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        children.add(element(depth + 1));
      } else if (reader.hasText() && !isRemark(reader.getEventType())) {
        count(reader.getTextLength(), place);
        text.append(reader.getText());
      }
    }
    return new Element(place, name, attributes, text.toString().strip(), List.copyOf(children));
  }

  private void count(int more, Place place) throws ListException {
    characters += more;
    if (characters > Limits.VALUE) {
      throw place.wrong(
          "a record of more than %d characters (expected: a list of sanctions)"
              .formatted(Limits.VALUE));
    }
  }

  private Map<String, String> attributes(Place place) throws ListException {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String value = reader.getAttributeValue(i);
      count(value.length(), place);
      attributes.put(reader.getAttributeLocalName(i), value);
    }
    return attributes;
  }

  private static boolean isRemark(int event) {
    return event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.ENTITY_REFERENCE;
  }

  private Place here() {
    return new Place(file, reader.getLocation().getLineNumber());
  }

  /** In words of our own, since the parser's depend on the machine's language. */
  private static ListException wrong(String file, XmlBytes in, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    if (in.isEmpty()) {
      return new ListException(file, 0, "empty (expected: a list)");
    }
    if (e.getNestedException() instanceof Utf8.NotUtf8 bytes) {
      return new ListException(file, bytes.line(), String.valueOf(bytes.getMessage()));
    }
    if (e.getNestedException() instanceof CharConversionException) {
      return new ListException(
          file,
          line,
          "not in the encoding that it declares (expected: UTF-8, or the right declaration)");
    }
    if (e.getNestedException() instanceof IOException io) {
      return new ListException(file, line, io.getMessage() + " (expected: a list of sanctions)");
    }
    boolean cut = e.getLocation() != null && in.endsAt(line, e.getLocation().getColumnNumber());
    return new ListException(
        file,
        line,
        cut
            ? "the end of the file within an element (expected: the whole file; this one is cut"
                + " off)"
            : "not XML (expected: XML that is well-formed)");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
