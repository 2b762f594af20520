package dev.vedette;

import dev.vedette.alert.StoryMemory;
import dev.vedette.alert.Told;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Remembers stories in a map. */
public record MapMemory(Map<Long, Told> all) implements StoryMemory {

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
    new HashMap<>(all).forEach(reader);
  }
}
