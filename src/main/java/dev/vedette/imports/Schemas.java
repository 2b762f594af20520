package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the schemas of the FollowTheMoney model stand for here. */
final class Schemas {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("Person", Kind.PERSON),
          Map.entry("LegalEntity", Kind.ORGANIZATION),
          Map.entry("Organization", Kind.ORGANIZATION),
          Map.entry("Company", Kind.ORGANIZATION),
          Map.entry("PublicBody", Kind.ORGANIZATION),
          Map.entry("Asset", Kind.ORGANIZATION),
          Map.entry("Vessel", Kind.VESSEL),
          Map.entry("Airplane", Kind.VESSEL));

  private Schemas() {}

  /** The kind of a schema; null where it is nobody to look for: an address, a passport. */
  static @Nullable Kind kind(String schema) {
    return KINDS.get(schema);
  }
}
