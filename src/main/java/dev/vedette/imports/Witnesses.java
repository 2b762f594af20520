package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Name;
import java.util.ArrayList;
import java.util.List;

/** What must stand in a text so that an entry counts that has nothing but weak names. */
final class Witnesses {

  private static final List<Name> SANCTIONS =
      names("sanctions", "sanctioned", "OFAC", "Security Council", "санкции", "制裁", "제재");
  private static final List<Name> SHIPS =
      names("IMO", "tanker", "cargo ship", "vessel", "freighter", "танкер", "судно", "선박", "油轮");

  private Witnesses() {}

  static List<Name> of(Kind kind) {
    List<Name> all = new ArrayList<>(kind == Kind.VESSEL ? SHIPS : List.of());
    all.addAll(SANCTIONS);
    return all;
  }

  private static List<Name> names(String... texts) {
    return List.of(texts).stream().map(Name::of).toList();
  }
}
