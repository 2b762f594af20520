package dev.vedette.poll;

import dev.vedette.document.SafeHtml;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The visible files of a directory and those below it, as far as they can be listed. */
final class FolderFiles extends SimpleFileVisitor<Path> {

  private final Path directory;
  private final List<Path> found = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  FolderFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Lists the directory, or takes the file for the only one there is.
   *
   * @throws IOException if not even its uppermost part can be listed
   */
  static FolderFiles in(Path directory) throws IOException {
    FolderFiles files = new FolderFiles(directory);
    Files.walkFileTree(directory, files);
    return files;
  }

  /** By hash of the path below the directory; the oldest first, then by name. */
  Map<String, Path> byHash() {
    Map<Path, Long> times = new HashMap<>();
    found.forEach(file -> times.put(file, file.toFile().lastModified()));
    List<Path> oldestFirst = new ArrayList<>(found);
    oldestFirst.sort(
        Comparator.comparing((Path file) -> times.getOrDefault(file, 0L))
            .thenComparing(Comparator.naturalOrder()));
    Map<String, Path> files = new LinkedHashMap<>();
    oldestFirst.forEach(file -> files.put(Seen.hash(name(file)), file));
    return files;
  }

  /** How the file is called in its source. */
  String name(Path file) {
    return file.equals(directory) ? file.getFileName().toString() : relative(file);
  }

  private String relative(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  /** What could not be listed, in words. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
    return below.equals(directory) || !FolderPoll.isPassedOver(below)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!FolderPoll.isPassedOver(file) && Files.isRegularFile(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(directory)) {
      throw e;
    }
    if (!FolderPoll.isPassedOver(file)) {
      complaints.add(name(file) + " cannot be read: " + inWords(e));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path below, @Nullable IOException e)
      throws IOException {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(below, e);
  }

  static String inWords(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    return e.getClass() == IOException.class
        ? String.valueOf(e.getMessage())
        : SafeHtml.line(e.toString());
  }
}
