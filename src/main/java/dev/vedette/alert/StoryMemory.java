package dev.vedette.alert;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the stories of one entry are remembered; each has a number of its own. */
public interface StoryMemory {

  /** The story; null if there is none of this number. */
  @Nullable Told get(long number);

  /** Remembers a story, instead of the one of this number if there is one. */
  void put(long number, Told told);

  /** Forgets a story. */
  void remove(long number);

  /** All of them, in any order. */
  void forEach(BiConsumer<Long, Told> reader);
}
