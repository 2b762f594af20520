package dev.vedette.alert;

import dev.vedette.text.Imprint;
import dev.vedette.text.Overlap;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Stories that can be compared with one by one: the naive twin of {@link StoryIndex}. */
final class MemoryOfAll implements StoryMemory {

  private final Map<Long, Told> all = new HashMap<>();

  void add(StoryIndex index, String id, String text) {
    Told.Carrier first = new Told.Carrier(id, 0, 0, "wire", "", Alert.CopyKind.EXACT);
    index.add(
        new Told(Instant.EPOCH, 0, List.of(Imprint.of(text).thin()), List.of(first), List.of(), 0));
  }

  String found(StoryIndex index, String text) {
    StoryIndex.Found found = index.find(Imprint.of(text), 0);
    return found == null ? null : found.told().first();
  }

  String naive(String text) {
    Imprint fresh = Imprint.of(text);
    String best = null;
    double most = 0;
    for (Told told : all.values()) {
      Imprint imprint = told.imprints().get(0);
      Overlap overlap = Overlap.of(fresh, imprint, mark -> false);
      double sureness = CopyTest.sureness(fresh, imprint, overlap, true);
      if (sureness > most) {
        most = sureness;
        best = told.first();
      }
    }
    return best;
  }

  @Override
  public Told get(long number) {
    return all.get(number);
  }

  @Override
  public void put(long number, Told told) {
    all.put(number, told);
  }

  @Override
  public void remove(long number) {
    all.remove(number);
  }

  @Override
  public void forEach(BiConsumer<Long, Told> reader) {
    all.forEach(reader);
  }
}
