package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * OFAC's {@code sdn.xml} and {@code consolidated.xml}, and by {@link OfacAdvanced} what it calls
 * the advanced ones; not the "enhanced" ones.
 */
final class OfacXml implements ListParser {

  private static final String ROOT = "sdnList";
  private static final Map<String, Kind> KINDS =
      Map.of(
          "individual", Kind.PERSON,
          "entity", Kind.ORGANIZATION,
          "vessel", Kind.VESSEL,
          "aircraft", Kind.VESSEL);

  @Override
  public void read(ListFile file, Gathering gathering) throws ListException, IOException {
    try (Xml xml = Xml.open(file)) {
      String root = xml.root();
      if (root.equals(OfacAdvanced.ROOT)) {
        new OfacAdvanced(gathering).read(xml);
        return;
      }
      if (!root.equals(ROOT)) {
        throw new ListException(
            file.name(),
            0,
            "a document of <%s> (expected: OFAC's <%s>, as in sdn.xml, or <%s>, as in"
                    .formatted(root, ROOT, OfacAdvanced.ROOT)
                + " sdn_advanced.xml)");
      }
      Set<String> records = Set.of("sdnEntry");
      for (Xml.Element one = xml.next(records); one != null; one = xml.next(records)) {
        read(one, gathering);
      }
    }
  }

  private static void read(Xml.Element one, Gathering gathering) throws ListException {
    String type = one.child("sdnType");
    Kind kind = KINDS.get(type.toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw one.place()
          .wrong(
              "'%s' (expected: Individual, Entity, Vessel or Aircraft)".formatted(Place.cut(type)));
    }
    String uid = one.child("uid");
    if (!uid.matches("\\d+")) {
      throw one.place().wrong("'%s' (expected: OFAC's uid of somebody)".formatted(Place.cut(uid)));
    }
    Sketch sketch = new Sketch("ofac-" + uid, kind, one.place());
    gathering.name(sketch, name(one), false);
    for (Xml.Element aka : one.all("akaList", "aka")) {
      gathering.name(sketch, name(aka), aka.child("category").equals("weak"));
    }
    for (Xml.Element id : one.all("idList", "id")) {
      if (kind == Kind.VESSEL && id.child("idNumber").matches("IMO \\d{7}")) {
        gathering.name(sketch, id.child("idNumber"), false);
      }
    }
    sketch.tag("list", "ofac");
    one.all("programList", "program").forEach(it -> sketch.tag("programme", it.text()));
    one.all("dateOfBirthList", "dateOfBirthItem")
        .forEach(item -> sketch.tag("born", Born.of(item.child("dateOfBirth"))));
    gathering.add(sketch);
  }

  /** As the tables have it: {@code AL-ZAWAHIRI, Ayman}. */
  private static String name(Xml.Element of) {
    String first = of.child("firstName");
    String last = of.child("lastName");
    return first.isEmpty() ? last : last + ", " + first;
  }
}
