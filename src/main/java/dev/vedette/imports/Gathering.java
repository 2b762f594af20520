package dev.vedette.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a list names while it is read, and counts what is left out of it. */
final class Gathering {

  private static final int MOST_PLACES = 3;

  /** More reasons are told as one; only a file that is no list has so many. */
  private static final int MOST_REASONS = 100;

  private final Map<String, Sketch> sketches = new LinkedHashMap<>();
  private final Map<String, Reason> reasons = new LinkedHashMap<>();
  private final Room room;
  private int names;

  /**
   * @param room how much may be kept
   */
  Gathering(Room room) {
    this.room = room;
  }

  private static final class Reason {
    private int count;
    private final List<String> places = new ArrayList<>();
  }

  /**
   * Takes somebody in; what the list says under the same id again is put together.
   *
   * @throws ListException if it is too much
   */
  void add(Sketch sketch) throws ListException {
    if (sketch.aliases().isEmpty()) {
      leaveOut("without a name", sketch.place());
      return;
    }
    dropLongTags(sketch);
    Sketch known = sketches.get(sketch.id());
    if (known != null) {
      leaveOut("the same id again, put together with the first", sketch.place());
    } else if (sketch.id().length() > Limits.NAME) {
      leaveOut("an id of more than " + Limits.NAME + " characters", sketch.place());
      return;
    }
    Sketch kept = known == null ? sketch : known;
    long before = known == null ? 0 : known.size();
    names -= known == null ? 0 : known.aliases().size();
    kept.add(sketch);
    sketches.put(kept.id(), kept);
    names += kept.aliases().size();
    check(kept, sketch.place());
    room.take(kept.size() - before, sketch.place());
  }

  /** Whether what is kept until the end of the list still fits. */
  void keep(String name, Place place) throws ListException {
    room.take(Room.ofName(name), place);
  }

  /** No list needs them, and a million of them would fill the memory. */
  private void dropLongTags(Sketch sketch) {
    if (sketch.tags().removeIf(tag -> tag.length() > Limits.NAME)) {
      leaveOut("a tag of more than " + Limits.NAME + " characters", sketch.place());
    }
  }

  private void check(Sketch kept, Place place) throws ListException {
    boolean manyTags = kept.tags().size() > Limits.NAMES_OF_ONE;
    if (manyTags || kept.aliases().size() > Limits.NAMES_OF_ONE) {
      throw place.wrong(
          "more than %d %s of one (expected: a list of names)"
              .formatted(Limits.NAMES_OF_ONE, manyTags ? "tags" : "names"));
    }
    if (names > Limits.NAMES) {
      throw place.wrong(
          "more than %d names (expected: a list of sanctions)".formatted(Limits.NAMES));
    }
  }

  /** Whom an id stands for; null if nobody. */
  @Nullable Sketch find(String id) {
    return sketches.get(id);
  }

  /** Cleans a name and gives it to somebody; what is no name is counted as left out. */
  void name(Sketch sketch, String written, boolean weak) {
    for (Alias alias : Writing.of(written, weak, sketch.kind())) {
      if (alias.text().length() > Limits.NAME) {
        leaveOut("a name of more than " + Limits.NAME + " characters", sketch.place());
      } else {
        sketch.add(alias);
      }
    }
  }

  /**
   * Tags somebody who was taken in before.
   *
   * @throws ListException if it is too much
   */
  void tag(Sketch kept, String key, String value, Place place) throws ListException {
    long before = kept.size();
    kept.tag(key, value);
    dropLongTags(kept);
    check(kept, place);
    room.take(kept.size() - before, place);
  }

  /** Counts something that is left out. */
  void leaveOut(String why, Place place) {
    String key = reasons.size() < MOST_REASONS || reasons.containsKey(why) ? why : "other reasons";
    Reason reason = reasons.computeIfAbsent(key, any -> new Reason());
    reason.count++;
    if (reason.places.size() < MOST_PLACES) {
      reason.places.add(place.toString());
    }
  }

  /** Everybody in the order of the files, each with an id that an entry can have. */
  List<Listed> entries() {
    Map<String, String> ids = Slugs.of(sketches.keySet());
    List<Listed> entries = new ArrayList<>();
    for (Sketch sketch : sketches.values()) {
      entries.add(
          new Listed(
              Objects.requireNonNull(ids.get(sketch.id())),
              sketch.kind(),
              List.copyOf(sketch.aliases().values()),
              sketch.tags()));
    }
    return entries;
  }

  /** The most frequent reasons first. */
  List<LeftOut> leftOut() {
    return reasons.entrySet().stream()
        .map(one -> new LeftOut(one.getKey(), one.getValue().count, one.getValue().places))
        .sorted(Comparator.comparing(LeftOut::count).reversed().thenComparing(LeftOut::reason))
        .toList();
  }
}
