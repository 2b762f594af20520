package dev.vedette.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Finds the hub that a feed names: as links of the feed itself, whatever their namespace. */
final class HubReader {

  private HubReader() {}

  /** Of a feed whose elements have their own names still; the first hub where there are several. */
  static @Nullable Hub read(Element root, URI base) {
    List<Element> links =
        Stream.concat(
                root.getChildren().stream(),
                root.getChildren().stream()
                    .filter(child -> name(child).equals("channel"))
                    .flatMap(channel -> channel.getChildren().stream()))
            .filter(child -> name(child).equals("link"))
            .toList();
    return Hub.of(base, address(links, "hub"), address(links, "self"));
  }

  private static String address(List<Element> links, String relation) {
    return links.stream()
        .filter(link -> relations(link).contains(relation))
        .map(link -> attribute(link, "href"))
        .filter(address -> !address.isBlank())
        .findFirst()
        .orElse("");
  }

  private static List<String> relations(Element link) {
    return Arrays.asList(attribute(link, "rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  private static String attribute(Element link, String name) {
    return link.getAttributes().stream()
        .filter(attribute -> attribute.getName().equalsIgnoreCase(name))
        .map(attribute -> attribute.getValue().strip())
        .findFirst()
        .orElse("");
  }

  private static String name(Element element) {
    return element.getName().toLowerCase(Locale.ROOT);
  }
}
