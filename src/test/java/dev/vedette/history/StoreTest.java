package dev.vedette.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
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
