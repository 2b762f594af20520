package dev.vedette.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.vedette.article.Article;
import dev.vedette.poll.Documents;
import dev.vedette.poll.PollSettings;
import dev.vedette.poll.WarcFile;
import dev.vedette.poll.WebDocument;
import dev.vedette.stream.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a dry run is given, read as the pollers would read it.
 *
 * @param file as the user named it; {@code -} is the standard input
 * @param articles one for a text or page, one an item for a feed
 */
record Input(String file, List<Article> articles) {

  private static final String SOURCE = "dry-run";

  /** How an article on its topic begins, and in what {@code match --json} prints. */
  private static final String KEPT = "{\"schema\":\"vedette.article/1\"";

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://");

  /**
   * Reads files, directories (what a folder source would read of them, in order of name), addresses
   * of the web and the standard input.
   *
   * @param manners with which addresses are fetched
   * @param err takes a sentence about each that cannot be read, or holds no article
   * @return whether all could be read; the others go on where one cannot
   */
  static boolean readAll(
      List<String> names,
      Instant now,
      PollSettings manners,
      Consumer<Input> found,
      PrintWriter err) {
    AtomicBoolean all = new AtomicBoolean(true);
    Consumer<String> failed =
        sentence -> {
          all.set(false);
          err.println("vedette: " + sentence);
        };
    Documents documents = new Documents();
    Consumer<Input> reader =
        input -> {
          if (input.articles().isEmpty()) {
            err.println("vedette: " + input.file() + ": no article in it");
          }
          found.accept(input);
        };
    for (String name : names) {
      try {
        if (name.equals("-")) {
          reader.accept(new Input(name, articles(documents, "-", System.in.readAllBytes(), now)));
        } else if (ADDRESS.matcher(name).lookingAt()) {
          readAddress(name, now, manners, reader, failed);
        } else {
          List<Path> files = files(Path.of(name));
          if (files.isEmpty()) {
            err.println("vedette: " + name + ": no text, page or feed in it");
          }
          for (Path file : files) {
            if (WarcFile.isNamedLikeOne(file)) {
              readArchive(file, now, manners, reader);
            } else {
              read(documents, file, now, reader, failed);
            }
          }
        }
      } catch (IOException e) {
        failed.accept(sentence(name, e));
      }
    }
    return all.get();
  }

  private static void readAddress(
      String address,
      Instant now,
      PollSettings manners,
      Consumer<Input> reader,
      Consumer<String> failed) {
    try {
      URI uri = URI.create(address);
      reader.accept(new Input(address, WebDocument.read(SOURCE, uri, manners, now)));
    } catch (IllegalArgumentException e) {
      failed.accept(address + ": no address (expected: such as https://news.example/story)");
    } catch (IOException e) {
      failed.accept(address + ": " + e.getMessage());
    }
  }

  /** One input for each document, called by its address. */
  private static void readArchive(
      Path file, Instant now, PollSettings manners, Consumer<Input> reader) throws IOException {
    try (WarcFile archive = new WarcFile(file, 0, manners.maxBytes())) {
      List<Article> articles = archive.next(SOURCE, now, "");
      while (articles != null) {
        reader.accept(new Input(file + "#" + articles.get(0).url(), articles));
        articles = archive.next(SOURCE, now, "");
      }
    }
  }

  private static void read(
      Documents documents,
      Path file,
      Instant now,
      Consumer<Input> reader,
      Consumer<String> failed) {
    try {
      String name = String.valueOf(file.getFileName());
      reader.accept(
          new Input(file.toString(), articles(documents, name, Files.readAllBytes(file), now)));
    } catch (IOException e) {
      failed.accept(sentence(file.toString(), e));
    }
  }

  /**
   * Those that Vedette wrote itself keep what it knew of them: their source, zones and language.
   */
  private static List<Article> articles(Documents documents, String name, byte[] bytes, Instant now)
      throws IOException {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, KEPT.length()));
    if (!KEPT.equals(new String(start, StandardCharsets.UTF_8))) {
      return documents.read(SOURCE, name, bytes, now, "");
    }
    try (MappingIterator<Article> kept = Json.mapper().readerFor(Article.class).readValues(bytes)) {
      return kept.readAll();
    } catch (JsonProcessingException e) {
      throw new IOException("a damaged article of Vedette", e);
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> below = Files.walk(path)) {
      below.filter(file -> Files.isRegularFile(file) && isInput(file)).sorted().forEach(files::add);
    }
    return files;
  }

  private static boolean isInput(Path file) {
    return Documents.isNamedLikeOne(file) || WarcFile.isNamedLikeOne(file);
  }

  private static String sentence(String name, IOException e) {
    String why = String.valueOf(e.getMessage());
    if (e instanceof NoSuchFileException) {
      why = "no such file or directory";
    } else if (e instanceof AccessDeniedException) { // its message is the name only
      why = "permission denied";
    }
    return name + ": " + why + " (expected: a feed, a page or a text that can be read)";
  }
}
