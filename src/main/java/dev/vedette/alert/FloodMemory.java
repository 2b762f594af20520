package dev.vedette.alert;

import org.jspecify.annotations.Nullable;

/** Where it is remembered what one entry's readers were told last, and what is still to be told. */
public interface FloodMemory {

  /** The hour that has begun; null if none has. */
  @Nullable Hour hour();

  /** Remembers the hour; null forgets it. */
  void hour(@Nullable Hour hour);

  /** The story of this number, if its readers have just heard of it; else null. */
  @Nullable Held held(long story);

  /** Remembers when its readers may hear of a story again; null forgets it. */
  void held(long story, @Nullable Held held);
}
