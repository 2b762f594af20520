package dev.vedette.config;

import dev.vedette.article.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a directory that hold watchlists, as they stood at one moment. */
final class WatchlistFiles {

  /**
   * One of them.
   *
   * @param path where it is
   * @param text what it says
   * @param mayImport whether it may read a file
   */
  record WatchlistFile(Path path, String text, Predicate<Path> mayImport) {

    /** A file that lies on the disk: who can write there may import any. */
    WatchlistFile(Path path, String text) {
      this(path, text, any -> true);
    }
  }

  private WatchlistFiles() {}

  /** Whether a file of this name holds a watchlist, rather than tests or an editor's leftovers. */
  static boolean holdsWatchlist(String name) {
    return isYaml(name) && !holdsTests(name);
  }

  /** Whether a file of this name holds tests of watchlists. */
  static boolean holdsTests(String name) {
    return isYaml(name) && (name.endsWith("-test.yaml") || name.endsWith("-test.yml"));
  }

  private static boolean isYaml(String name) {
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".");
  }

  /**
   * The watchlist files right in a directory, in the order of their names.
   *
   * @throws IOException if the directory cannot be listed
   */
  static List<Path> list(Path directory) throws IOException {
    return list(directory, WatchlistFiles::holdsWatchlist);
  }

  private static List<Path> list(Path directory, Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * The files that can be read; what is wrong with the others, or with the directory, is reported.
   */
  static List<WatchlistFile> read(Path directory, Problems problems) {
    return read(listed(directory, problems), problems);
  }

  /**
   * The same, where some files, by their names, are to say something else than they do. Such a text
   * can come from anybody who sees the page, so it imports no more than the file does as it is.
   */
  static List<WatchlistFile> read(Path directory, Problems problems, Map<String, String> edits) {
    List<WatchlistFile> files = new ArrayList<>(read(directory, problems));
    edits.forEach(
        (name, text) -> {
          Path path = directory.resolve(name);
          Set<Path> imports =
              files.stream()
                  .filter(file -> file.path().equals(path))
                  .flatMap(file -> ImportReader.files(path, file.text()).stream())
                  .collect(Collectors.toSet());
          files.removeIf(file -> file.path().equals(path));
          files.add(new WatchlistFile(path, text, imports::contains));
        });
    return files;
  }

  /** The files of tests that can be read; what is wrong with the others is reported. */
  static List<WatchlistFile> readTests(Path directory, Problems problems) {
    try {
      return read(list(directory, WatchlistFiles::holdsTests), problems);
    } catch (IOException e) {
      return List.of(); // reported with the watchlists
    }
  }

  private static List<WatchlistFile> read(List<Path> paths, Problems problems) {
    List<WatchlistFile> files = new ArrayList<>();
    for (Path path : paths) {
      String text = TextFile.read(path, problems);
      if (text != null) {
        files.add(new WatchlistFile(path, text));
      }
    }
    return files;
  }

  private static List<Path> listed(Path directory, Problems problems) {
    String problem;
    try {
      List<Path> files = list(directory);
      if (!files.isEmpty()) {
        return files;
      }
      problem = "holds no watchlist (expected: at least one *.yaml file)";
    } catch (NoSuchFileException e) {
      problem = "does not exist (expected: a directory with watchlists)";
    } catch (NotDirectoryException e) {
      problem = "is a file (expected: a directory with watchlists)";
    } catch (IOException e) {
      problem = "cannot be read (expected: the permission to list it)";
    }
    problems.add(TextFile.nameOf(directory), problem);
    return List.of();
  }

  /** A fingerprint of what is there now, be it readable or not. */
  static String look(Path directory) {
    Problems problems = new Problems();
    List<WatchlistFile> files = new ArrayList<>(read(directory, problems));
    files.addAll(readTests(directory, problems));
    List<String> imports =
        files.stream()
            .flatMap(file -> ImportReader.files(file.path(), file.text()).stream())
            .map(ImportReader::look)
            .toList();
    String version = version(files, imports);
    return problems.none() ? version : version + problems.exception().getMessage();
  }

  /**
   * Names this state of the files; where they lie makes no difference.
   *
   * @param imports versions of what they import
   */
  static String version(List<WatchlistFile> files, List<String> imports) {
    Stream<String> texts =
        files.stream()
            .flatMap(file -> Stream.of(file.path().getFileName().toString(), file.text()));
    return Fingerprint.sha256(Stream.concat(texts, imports.stream()).toArray(String[]::new));
  }
}
