package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that can be read. */
public enum ListFormat {
  /** OFAC's {@code sdn.csv} and {@code alt.csv}; {@code cons_prim.csv} and {@code cons_alt.csv}. */
  OFAC_SDN,
  /** OFAC's {@code sdn.xml} or {@code sdn_advanced.xml}. */
  OFAC_XML,
  /** The UN Security Council's consolidated list in XML. */
  UN_SC,
  /** OpenSanctions' {@code targets.simple.csv}. */
  OPENSANCTIONS,
  /** Entities of the FollowTheMoney model, a JSON object a line. */
  FTM,
  /** A name a line. */
  NAMES;

  /** What it is called in a watchlist and on the command line: {@code ofac-sdn}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The format that is called so. */
  public static Optional<ListFormat> of(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /** What all of them are called. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(ListFormat::label).toList();
  }

  /** Whether its files do not tell what those are that they name. */
  public boolean needsKind() {
    return this == NAMES;
  }

  ListParser parser(Kind kind) {
    return switch (this) {
      case OFAC_SDN -> new OfacTables();
      case OFAC_XML -> new OfacXml();
      case UN_SC -> new UnXml();
      case OPENSANCTIONS -> new OpenSanctionsTable();
      case FTM -> new FtmLines();
      case NAMES -> new PlainNames(kind);
    };
  }
}
