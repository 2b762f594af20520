package dev.vedette.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index that knows up to where the topics are in it. Documents and positions are committed
 * together, so that after a crash reading goes on where the documents end.
 */
final class Store implements AutoCloseable {

  /** A look into the index. */
  interface Look<T> {
    T at(IndexSearcher searcher) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final String POSITIONS = "positions";
  private static final String CLUSTER = "cluster";
  private static final String FORMAT = "format";
  private static final double BUFFER_MB = 16;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Map<String, String> identity;
  private Positions positions;

  private Store(
      Directory directory, IndexWriter writer, Map<String, String> identity, Positions positions)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    this.identity = identity;
    this.positions = positions;
  }

  /**
   * The index of a directory; an empty one if there is none, if it cannot be read, or if it is of
   * another format or cluster.
   *
   * @param format changes with what a document holds
   * @param cluster id of the cluster that its topics are of
   * @throws UncheckedIOException if the directory cannot be used
   */
  static Store open(Path path, String format, String cluster, Sort order) {
    Map<String, String> identity = Map.of(FORMAT, format, CLUSTER, cluster);
    try {
      Files.createDirectories(path);
      try {
        return open(path, identity, order, false);
      } catch (CorruptIndexException
          | IndexFormatTooNewException
          | IndexFormatTooOldException
          | IndexNotFoundException
          | IllegalArgumentException e) {
        LOG.warn("history is built anew directory={} why={}", path, e.getMessage());
        return open(path, identity, order, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Store open(Path path, Map<String, String> identity, Sort order, boolean anew)
      throws IOException {
    boolean empty = anew || !isOf(path, identity);
    if (empty) {
      clear(path);
    }
    Directory directory = FSDirectory.open(path);
    try {
      IndexWriter writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig()
                  .setIndexSort(order)
                  .setRAMBufferSizeMB(BUFFER_MB)
                  .setCommitOnClose(false));
      return new Store(directory, writer, identity, empty ? Positions.START : committed(writer));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static boolean isOf(Path path, Map<String, String> identity) throws IOException {
    try (Directory directory = FSDirectory.open(path)) {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Map<String, String> data = reader.getIndexCommit().getUserData();
        return identity.entrySet().stream()
            .allMatch(one -> Objects.equals(data.get(one.getKey()), one.getValue()));
      }
    }
  }

  private static void clear(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static Positions committed(IndexWriter writer) {
    for (Map.Entry<String, String> one : writer.getLiveCommitData()) {
      if (one.getKey().equals(POSITIONS)) {
        return Positions.parse(one.getValue()).orElse(Positions.START);
      }
    }
    return Positions.START;
  }

  /** Up to where the topics are in it. */
  synchronized Positions positions() {
    return positions;
  }

  /** Says up to where the topics are in it, together with all that was written before. */
  synchronized void positions(Positions read) {
    positions = read;
  }

  IndexWriter writer() {
    return writer;
  }

  /** What a look at all that was shown finds. */
  <T> T look(Look<T> look) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return look.at(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets everything. */
  synchronized void clear() throws IOException {
    writer.deleteAll();
    positions = Positions.START;
  }

  /** Shows what was written to whoever looks from now on. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes what was written outlive a crash. */
  synchronized void commit() throws IOException {
    Map<String, String> data = new HashMap<>(identity);
    data.put(POSITIONS, positions.toString());
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    try (directory;
        writer;
        searchers) {
      commit();
    }
  }
}
