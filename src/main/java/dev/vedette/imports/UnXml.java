package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The consolidated list of the United Nations' Security Council, in XML. */
final class UnXml implements ListParser {

  private static final String ROOT = "CONSOLIDATED_LIST";
  private static final List<String> NAME_PARTS =
      List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME");

  @Override
  public void read(ListFile file, Gathering gathering) throws ListException, IOException {
    try (Xml xml = Xml.open(file)) {
      String root = xml.root();
      if (!root.equals(ROOT)) {
        throw new ListException(
            file.name(), 0, "a document of <%s> (expected: the UN's <%s>)".formatted(root, ROOT));
      }
      Set<String> records = Set.of("INDIVIDUAL", "ENTITY");
      for (Xml.Element one = xml.next(records); one != null; one = xml.next(records)) {
        read(one, gathering);
      }
    }
  }

  private static void read(Xml.Element one, Gathering gathering) throws ListException {
    boolean person = one.name().equals("INDIVIDUAL");
    String reference = one.child("REFERENCE_NUMBER");
    String id = reference.isEmpty() ? one.child("DATAID") : reference;
    if (id.isEmpty()) {
      gathering.leaveOut("without a reference number", one.place());
      return;
    }
    Sketch sketch = new Sketch("un-" + id, person ? Kind.PERSON : Kind.ORGANIZATION, one.place());
    String name =
        String.join(" ", NAME_PARTS.stream().map(one::child).filter(p -> !p.isEmpty()).toList());
    gathering.name(sketch, name, false);
    gathering.name(sketch, one.child("NAME_ORIGINAL_SCRIPT"), false);
    for (Xml.Element alias : one.all(one.name() + "_ALIAS")) {
      boolean weak = alias.child("QUALITY").equalsIgnoreCase("Low");
      Writing.parts(alias.child("ALIAS_NAME")).forEach(part -> gathering.name(sketch, part, weak));
    }
    sketch.tag("list", "un");
    sketch.tag("programme", one.child("UN_LIST_TYPE"));
    one.all("INDIVIDUAL_DATE_OF_BIRTH").forEach(date -> sketch.tag("born", born(date)));
    gathering.add(sketch);
  }

  private static String born(Xml.Element date) {
    String day = date.child("DATE").isEmpty() ? date.child("YEAR") : date.child("DATE");
    String from = date.child("FROM_YEAR");
    String text = from.isEmpty() ? day : from + " to " + date.child("TO_YEAR");
    boolean about = date.child("TYPE_OF_DATE").equals("APPROXIMATELY") && !text.isEmpty();
    return (about ? "about " : "") + (text.isEmpty() ? Born.of(date.child("NOTE")) : text);
  }
}
