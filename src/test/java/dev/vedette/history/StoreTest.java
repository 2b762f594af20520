package dev.vedette.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  /** A writer opens a segment once when it is opened itself; searchers open it after that. */
  private static final int FOR_THE_WRITER = 1;

  private static final String TEXT = "A text of ";

  private static final int ALWAYS = Integer.MAX_VALUE;

  private final AtomicBoolean full = new AtomicBoolean();
  private final AtomicInteger segmentsToOpen = new AtomicInteger(ALWAYS);

  @Test
  void whatCouldBeOpenedInPartOnlyIsOpenedWholeTheNextTime(@TempDir Path directory)
      throws IOException {
    try (Store store =
        Store.open(directory, "1", "cluster", AlertDocuments.NEWEST_FIRST, FailingDisk::new)) {
      put(store, "a");
      store.commit();
      put(store, "b");
      full.set(true);
      assertThatThrownBy(store::show).hasMessageContaining("No space left on device");
      full.set(false);

      segmentsToOpen.set(FOR_THE_WRITER);
      assertThatThrownBy(store::reopen).hasMessageContaining("Too many open files");
      assertThat(count(store)).as("what was shown is still found").isZero();
      segmentsToOpen.set(ALWAYS);
      assertThat(store.reopen()).isTrue();

      put(store, "c");
      store.show();
      assertThat(count(store)).isEqualTo(2);
    }
  }

  @Test
  void anIndexFoundDamagedInItsMidstIsBegunAnew(@TempDir Path directory) throws IOException {
    try (Store store = Store.open(directory, "1", "cluster", AlertDocuments.NEWEST_FIRST)) {
      for (int i = 0; i < 8; i++) {
        Document document = new Document();
        document.add(new StoredField("text", TEXT + letters(i)));
        store.put(new Term("id", "before " + i), document);
        store.show();
      }
      store.positions(Positions.START.at(Place.Log.ALERTS, 0, 8));
      store.commit();
    }
    damage(directory);

    try (Store store = Store.open(directory, "1", "cluster", AlertDocuments.NEWEST_FIRST)) {
      assertThat(store.positions().next(Place.Log.ALERTS, 0)).isEqualTo(8);
      await()
          .dontCatchUncaughtExceptions() // of the threads that merge
          .ignoreExceptionsInstanceOf(UncheckedIOException.class) // while it is still closing
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                writeUntilItFails(store);
                store.reopen();
                return store.positions().equals(Positions.START);
              });
      put(store, "again");
      store.commit();
      store.show();
      assertThat(count(store)).isEqualTo(1);
    }
  }

  /** Merges read all of a segment, and find out. */
  private static void writeUntilItFails(Store store) {
    try {
      for (int i = 0; i < 20; i++) {
        put(store, "more " + i);
        store.show(); // each is a segment, and few are left alone
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      return; // which it is depends on where the merge was
    }
  }

  /** Some that cannot be packed. */
  private static String letters(long seed) {
    return new Random(seed)
        .ints(10_000, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Turns a byte round in the text of each segment, which nobody reads when it is opened. */
  private static void damage(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".cfs")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        int text = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(TEXT);
        bytes[text + 5_000] ^= 0x55;
        Files.write(file, bytes);
      }
    }
  }

  @Test
  void whatIsForgottenIsNotFoundAnyMore(@TempDir Path directory) throws IOException {
    try (Store store = Store.open(directory, "1", "cluster", AlertDocuments.NEWEST_FIRST)) {
      put(store, "a");
      store.show();
      store.clear();

      assertThat(count(store)).isZero();
    }
  }

  private static void put(Store store, String id) {
    Document document = new Document();
    document.add(new StringField("id", id, Field.Store.YES));
    store.put(new Term("id", id), document);
  }

  private static int count(Store store) {
    return store.look(searcher -> searcher.count(new MatchAllDocsQuery()));
  }

  /** A disk that takes nothing while it is full, and gives only so many segments. */
  private final class FailingDisk extends FilterDirectory {

    FailingDisk(Path path) throws IOException {
      super(FSDirectory.open(path));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full.get()) {
        throw new IOException("No space left on device");
      }
      return super.createOutput(name, context);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      if (name.endsWith(".cfs") && segmentsToOpen.getAndDecrement() <= 0) {
        throw new IOException("Too many open files");
      }
      return super.openInput(name, context);
    }
  }
}
