package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of somebody while the list is read. */
final class Sketch {

  /** What a programme's tag begins with. */
  static final String PROGRAMME = "programme:";

  /** Most have a name or two, and there may be a million of them. */
  private static final int FEW = 4;

  private final String id;
  private final Kind kind;
  private final Place place;
  private final Map<String, Alias> aliases = new LinkedHashMap<>(FEW);
  private final Set<String> tags = new LinkedHashSet<>(FEW);

  /**
   * @param id the list's own, after a prefix that tells lists apart: {@code un-CDi.001}
   */
  Sketch(String id, Kind kind, Place place) {
    this.id = id;
    this.kind = kind;
    this.place = place;
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  Place place() {
    return place;
  }

  Map<String, Alias> aliases() {
    return aliases;
  }

  Set<String> tags() {
    return tags;
  }

  /** Adds a tag unless nothing stands behind its colon. */
  void tag(String key, String value) {
    String text = value.strip();
    if (!text.isEmpty()) {
      tags.add(key + ":" + text);
    }
  }

  /** Adds what it is called; a name that is there already is strong if it is so once. */
  void add(Alias alias) {
    aliases.merge(
        alias.text().toLowerCase(Locale.ROOT),
        alias,
        (one, other) -> one.weak() && !other.weak() ? new Alias(one.text(), false) : one);
  }

  /** About how many bytes it takes. */
  long size() {
    return Room.SOMEBODY
        + aliases.values().stream().mapToLong(alias -> Room.ofName(alias.text())).sum()
        + tags.stream().mapToLong(Room::ofTag).sum();
  }

  /** Takes over what another one of the same id says. */
  void add(Sketch other) {
    if (other != this) {
      other.aliases.values().forEach(this::add);
      tags.addAll(other.tags);
    }
  }
}
