package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * OFAC's {@code sdn_advanced.xml} and {@code cons_advanced.xml}, in the standard for sanctions of
 * the United Nations: first what its numbers mean, then papers, then parties with every name in
 * every script, then why each is listed. A party's number is that of the other formats.
 */
final class OfacAdvanced {

  static final String ROOT = "Sanctions";

  private static final String PARTY_TYPE = "PartyType";
  private static final String PARTY_SUB_TYPE = "PartySubType";
  private static final String NAME_PART_TYPE = "NamePartType";
  private static final String FEATURE_TYPE = "FeatureType";
  private static final String SANCTIONS_TYPE = "SanctionsType";
  private static final String PAPER = "IDRegDocument";
  private static final String PARTY = "DistinctParty";
  private static final String ENTRY = "SanctionsEntry";
  private static final Set<String> RECORDS =
      Set.of(
          PARTY_TYPE,
          PARTY_SUB_TYPE,
          NAME_PART_TYPE,
          FEATURE_TYPE,
          SANCTIONS_TYPE,
          PAPER,
          PARTY,
          ENTRY);

  private final Gathering gathering;

  /** The text of each number, by {@code NamePartType 1520}. */
  private final Map<String, String> meanings = new HashMap<>();

  private final Map<String, String> partyTypes = new HashMap<>();
  private final Map<String, String> shipNumbers = new HashMap<>();
  private final Map<String, String> parties = new HashMap<>();

  OfacAdvanced(Gathering gathering) {
    this.gathering = gathering;
  }

  /** Reads what stands in the outermost element. */
  void read(Xml xml) throws ListException {
    for (Xml.Element one = xml.next(RECORDS); one != null; one = xml.next(RECORDS)) {
      switch (one.name()) {
        case PAPER -> paper(one);
        case PARTY -> party(one);
        case ENTRY -> entry(one);
        default -> meaning(one);
      }
    }
  }

  private void meaning(Xml.Element one) throws ListException {
    gathering.keep(one.attribute("ID") + one.text(), one.place());
    meanings.put(one.name() + " " + one.attribute("ID"), one.text());
    if (one.name().equals(PARTY_SUB_TYPE)) {
      partyTypes.put(one.attribute("ID"), one.attribute("PartyTypeID"));
    }
  }

  /** What the number in an attribute means, such as {@code Last Name}; empty if nobody says. */
  private String meaning(String of, String number) {
    return meanings.getOrDefault(of + " " + number, "");
  }

  private void paper(Xml.Element one) throws ListException {
    String number = one.child("IDRegistrationNo");
    if (number.matches("IMO \\d{7}")) {
      gathering.keep(one.attribute("IdentityID") + number, one.place());
      shipNumbers.put(one.attribute("IdentityID"), number);
    }
  }

  private void party(Xml.Element party) throws ListException {
    String number = party.attribute("FixedRef");
    if (!number.matches("\\d+")) {
      throw party
          .place()
          .wrong(
              "'%s' (expected: a FixedRef, OFAC's number of somebody)"
                  .formatted(Place.cut(number)));
    }
    for (Xml.Element profile : party.all("Profile")) {
      Sketch sketch = new Sketch("ofac-" + number, kind(profile), party.place());
      for (Xml.Element identity : profile.all("Identity")) {
        identity(identity, sketch);
      }
      sketch.tag("list", "ofac");
      for (Xml.Element feature : profile.all("Feature")) {
        if (meaning(FEATURE_TYPE, feature.attribute("FeatureTypeID")).equals("Birthdate")) {
          feature
              .all("FeatureVersion", "DatePeriod")
              .forEach(period -> sketch.tag("born", Period.of(period)));
        }
      }
      gathering.keep(profile.attribute("ID"), profile.place());
      parties.put(profile.attribute("ID"), sketch.id());
      gathering.add(sketch);
    }
  }

  private Kind kind(Xml.Element profile) throws ListException {
    String number = profile.attribute("PartySubTypeID");
    String subType = meaning(PARTY_SUB_TYPE, number);
    if (subType.equals("Vessel") || subType.equals("Aircraft")) {
      return Kind.VESSEL;
    }
    String type = meaning(PARTY_TYPE, partyTypes.getOrDefault(number, ""));
    return switch (type) {
      case "Individual" -> Kind.PERSON;
      case "Entity" -> Kind.ORGANIZATION;
      default ->
          throw profile
              .place()
              .wrong(
                  "PartySubTypeID '%s', which is '%s' (expected: Individual, Entity, Vessel or"
                          .formatted(Place.cut(number), Place.cut(type))
                      + " Aircraft, as ReferenceValueSets tell)");
    };
  }

  /** The main name first. */
  private void identity(Xml.Element identity, Sketch sketch) {
    Map<String, String> groups = new HashMap<>();
    for (Xml.Element master : identity.all("NamePartGroups", "MasterNamePartGroup")) {
      for (Xml.Element group : master.all("NamePartGroup")) {
        groups.put(
            group.attribute("ID"), meaning(NAME_PART_TYPE, group.attribute("NamePartTypeID")));
      }
    }
    List<Xml.Element> aliases = new ArrayList<>(identity.all("Alias"));
    aliases.sort(Comparator.comparing(alias -> !isTrue(alias, "Primary")));
    for (Xml.Element alias : aliases) {
      for (Xml.Element name : alias.all("DocumentedName")) {
        gathering.name(sketch, name(name, groups), isTrue(alias, "LowQuality"));
      }
    }
    String shipNumber = shipNumbers.get(identity.attribute("ID"));
    if (shipNumber != null && sketch.kind() == Kind.VESSEL) {
      gathering.name(sketch, shipNumber, false);
    }
  }

  /** As the tables have it: {@code AL-ZAWAHIRI, Ayman}; without a comma where none is written. */
  private static String name(Xml.Element documented, Map<String, String> groups) {
    List<String> surname = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (Xml.Element part : documented.all("DocumentedNamePart", "NamePartValue")) {
      String type = groups.getOrDefault(part.attribute("NamePartGroupID"), "");
      (type.equals("Last Name") ? surname : rest).add(part.text());
    }
    String comma =
        surname.isEmpty() || rest.isEmpty() ? "" : isUnspaced(surname.get(0)) ? " " : ", ";
    return String.join(" ", surname) + comma + String.join(" ", rest);
  }

  private static boolean isUnspaced(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                switch (Character.UnicodeScript.of(c)) {
                  case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
                  default -> false;
                });
  }

  private void entry(Xml.Element entry) throws ListException {
    Sketch sketch = gathering.find(parties.getOrDefault(entry.attribute("ProfileID"), ""));
    for (Xml.Element measure : entry.all("SanctionsMeasure")) {
      boolean programme =
          meaning(SANCTIONS_TYPE, measure.attribute("SanctionsTypeID")).equals("Program");
      if (programme && sketch != null) {
        gathering.tag(sketch, "programme", measure.child("Comment"), measure.place());
      }
    }
  }

  private static boolean isTrue(Xml.Element element, String attribute) {
    return element.attribute(attribute).equals("true");
  }
}
