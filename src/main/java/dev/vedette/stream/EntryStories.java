package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.StoryMemory;
import dev.vedette.alert.Told;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The part of a store that belongs to one entry: its id, a zero, and the story's number. */
final class EntryStories implements StoryMemory {

  private final byte[] prefix;
  private final KeyValueStore<Bytes, Told> store;

  EntryStories(String entry, KeyValueStore<Bytes, Told> store) {
    this.prefix = prefix(entry);
    this.store = store;
  }

  /** The key of a story of an entry. */
  static Bytes key(String entry, long number) {
    return key(prefix(entry), number);
  }

  /** The entry that a key begins with. */
  static String entry(Bytes key) {
    return new String(key.get(), 0, key.get().length - 1 - Long.BYTES, UTF_8);
  }

  /** The number of a story that a key ends with. */
  static long number(Bytes key) {
    return ByteBuffer.wrap(key.get()).getLong(key.get().length - Long.BYTES);
  }

  private static byte[] prefix(String entry) {
    return (entry + '\0').getBytes(UTF_8);
  }

  private static Bytes key(byte[] prefix, long number) {
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(number).array());
  }

  @Override
  public @Nullable Told get(long number) {
    return store.get(key(prefix, number));
  }

  @Override
  public void put(long number, Told told) {
    store.put(key(prefix, number), told);
  }

  @Override
  public void remove(long number) {
    store.delete(key(prefix, number));
  }

  @Override
  public void forEach(BiConsumer<Long, Told> reader) {
    try (KeyValueIterator<Bytes, Told> found =
        store.prefixScan(Bytes.wrap(prefix), Serdes.Bytes().serializer())) {
      while (found.hasNext()) {
        KeyValue<Bytes, Told> story = found.next();
        if (story.key.get().length == prefix.length + Long.BYTES) {
          reader.accept(number(story.key), story.value);
        }
      }
    }
  }
}
