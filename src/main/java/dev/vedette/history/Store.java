package dev.vedette.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
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

  /** Where files of an index are kept. */
  interface Disk {
    Directory open(Path path) throws IOException;
  }

  private interface Work {
    void on(IndexWriter writer) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final String POSITIONS = "positions";
  private static final String CLUSTER = "cluster";
  private static final String FORMAT = "format";
  private static final double BUFFER_MB = 16;

  private final Directory directory;
  private final Map<String, String> identity;
  private final Sort order;
  private IndexWriter writer;
  private volatile SearcherManager searchers;
  private Positions positions;

  private Store(Directory directory, Map<String, String> identity, Sort order, boolean empty)
      throws IOException {
    this.directory = directory;
    this.identity = identity;
    this.order = order;
    this.writer = writer(OpenMode.CREATE_OR_APPEND);
    this.searchers = searchers(writer);
    this.positions = empty ? Positions.START : committed(writer);
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
    return open(path, format, cluster, order, FSDirectory::open);
  }

  /** The same, on a disk of another kind. */
  static Store open(Path path, String format, String cluster, Sort order, Disk disk) {
    Map<String, String> identity = Map.of(FORMAT, format, CLUSTER, cluster);
    try {
      Files.createDirectories(path);
      try {
        return open(path, identity, order, disk, false);
      } catch (CorruptIndexException
          | IndexFormatTooNewException
          | IndexFormatTooOldException
          | IndexNotFoundException
          | IllegalArgumentException e) {
        LOG.warn("history is built anew directory={} why={}", path, e.getMessage());
        return open(path, identity, order, disk, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Store open(
      Path path, Map<String, String> identity, Sort order, Disk disk, boolean anew)
      throws IOException {
    boolean empty = anew || !isOf(path, identity);
    if (empty) {
      clear(path);
    }
    Directory directory = disk.open(path);
    try {
      return new Store(directory, identity, order, empty);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private IndexWriter writer(OpenMode mode) throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig()
            .setOpenMode(mode)
            .setIndexSort(order)
            .setRAMBufferSizeMB(BUFFER_MB)
            .setCommitOnClose(false));
  }

  /** Those that look into what a writer has; closes the writer if there cannot be any. */
  private static SearcherManager searchers(IndexWriter writer) throws IOException {
    try {
      return new SearcherManager(writer, null);
    } catch (IOException | RuntimeException e) {
      try {
        writer.rollback();
      } catch (IOException | RuntimeException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /**
   * Can be written to again, if a full disk or the like has ended that: Lucene closes a writer that
   * cannot keep what it took. What was not committed is forgotten, and so are its positions; an
   * index whose contents were found damaged, as merges do, is begun anew.
   *
   * @return whether that was needed
   */
  synchronized boolean reopen() {
    if (writer.isOpen()) {
      return false;
    }
    try {
      Throwable end = writer.getTragicException();
      boolean damaged = end instanceof CorruptIndexException || end instanceof RuntimeException;
      if (damaged) {
        LOG.warn(
            "history is damaged and built anew directory={} why={}", directory, end.toString());
      }
      IndexWriter anew = writer(damaged ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
      SearcherManager former = searchers;
      searchers = searchers(anew); // may throw; until then the rest is as it was
      writer = anew;
      positions = damaged ? Positions.START : committed(anew);
      former.close();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  /** Puts a document in the place of those that a term finds, if there are any. */
  void put(Term place, Document document) {
    write(to -> to.updateDocument(place, document));
  }

  /** Takes those documents out that a query finds. */
  void remove(Query query) {
    write(from -> from.deleteDocuments(query));
  }

  private synchronized void write(Work work) {
    try {
      work.on(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a look at all that was shown finds. */
  <T> T look(Look<T> look) {
    try {
      SearcherManager here = searchers;
      IndexSearcher searcher = here.acquire();
      try {
        return look.at(searcher);
      } finally {
        here.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets everything, for those too who look at once. */
  synchronized void clear() {
    write(IndexWriter::deleteAll);
    positions = Positions.START;
    show();
  }

  /** Shows what was written to whoever looks from now on. */
  void show() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what was written outlive a crash. */
  synchronized void commit() {
    Map<String, String> data = new HashMap<>(identity);
    data.put(POSITIONS, positions.toString());
    write(
        to -> {
          to.setLiveCommitData(data.entrySet());
          to.commit();
        });
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    try (directory;
        IndexWriter last = writer;
        SearcherManager lookers = searchers) {
      LOG.debug("closing {}", lookers);
      if (last.isOpen()) {
        commit();
      }
    }
  }
}
