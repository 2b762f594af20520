package dev.vedette.bench.chaos;

/**
 * An article that was published, and by which it is known again.
 *
 * @param number its own, from 0
 * @param source the number of the source that has it
 * @param entry the number of the entry that it mentions
 * @param story the number of the marker whose text it has: its own unless it is a copy
 */
record Marker(int number, int source, int entry, int story) {

  /** Whether it has the text of another. */
  boolean isCopy() {
    return story != number;
  }
}
