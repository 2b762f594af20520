package dev.vedette.config;

import dev.vedette.article.Fingerprint;
import dev.vedette.imports.Choice;
import dev.vedette.imports.Imported;
import dev.vedette.imports.ListException;
import dev.vedette.imports.ListFile;
import dev.vedette.imports.ListFormat;
import dev.vedette.imports.Room;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code import:} of a watchlist: a sanctions list whose entries are the watchlist's too. */
final class ImportReader {

  private static final String EXPECTED_FILE = "a file, or a list of files";
  private static final Pattern MENTIONED = Pattern.compile("(?m)^[\"']?import[\"']?\\s*:");

  private final Path watchlist;
  private final Predicate<Path> mayImport;
  private final Room room;
  private final Problems problems;

  /**
   * @param watchlist the file that asks for the list; relative paths start beside it
   * @param mayImport whether it may read a file; one that it may not is not touched
   * @param room what the lists of all watchlists may take
   * @param problems of all files
   */
  ImportReader(Path watchlist, Predicate<Path> mayImport, Room room, Problems problems) {
    this.watchlist = watchlist;
    this.mayImport = mayImport;
    this.room = room;
    this.problems = problems;
  }

  /**
   * The entries that a watchlist imports, and a fingerprint of what they were read of; null if it
   * imports none, or what is wrong was reported.
   *
   * @param shared what the watchlist says for all its entries
   */
  @Nullable Read read(Section top, Shared shared) {
    if (!top.has("import")) {
      return null;
    }
    int before = problems.count();
    Section section = top.section("import", WatchlistKeys.IMPORT);
    if (!section.isReadable()) {
      return null;
    }
    ListFormat format = section.require("format", FORMAT, ListFormat.NAMES);
    Kind kind = section.get("kind", Formats.oneOf(Kind.class));
    if (problems.count() == before) {
      checkKind(section, format, kind);
    }
    List<Path> files = files(section);
    Choice choice =
        new Choice(
            texts(section, "programmes"),
            texts(section, "except"),
            texts(section, "strong"),
            texts(section, "weak"));
    return problems.count() > before
        ? null
        : read(section, format, kind == null ? Kind.PERSON : kind, files, choice, shared);
  }

  /**
   * What was imported.
   *
   * @param entries with what their watchlist says for all
   * @param version of the files
   * @param place where it was asked for
   */
  record Read(List<Entry> entries, String version, Value place) {

    /** Takes the ids of all, and reports those that are taken already. */
    void claim(Map<String, Value> ids) {
      List<String> taken = entries.stream().map(Entry::id).filter(ids::containsKey).toList();
      if (!taken.isEmpty()) {
        Value first = ids.getOrDefault(taken.get(0), place);
        place.mistake(
            "%d ids that others have, such as '%s' (expected: ids of their own; %s has the same)"
                .formatted(taken.size(), taken.get(0), first.line()));
      }
      entries.forEach(entry -> ids.putIfAbsent(entry.id(), place));
    }
  }

  private static final Format<ListFormat> FORMAT =
      new Format<>(
          Words.or(ListFormat.labels()),
          text -> {
            ListFormat format = ListFormat.of(text).orElse(null);
            if (format == null) {
              List<String> labels = ListFormat.labels();
              throw Unexpected.of(Words.or(labels) + Words.didYouMean(text, labels));
            }
            return format;
          });

  private static void checkKind(Section section, ListFormat format, @Nullable Kind kind) {
    Value written = section.value("kind");
    if (format.needsKind() && written == null) {
      section.self().mistake("kind is missing (expected: what the names are, such as person)");
    } else if (!format.needsKind() && kind != null && written != null) {
      written.mistake(
          "%s says itself what everybody is (expected: no kind)".formatted(format.label()));
    }
  }

  private List<Path> files(Section section) {
    Value value = section.value("file");
    if (value == null) {
      section.self().mistake("file is missing (expected: %s)".formatted(EXPECTED_FILE));
      return List.of();
    }
    List<Value> all = value.isList() ? value.items(EXPECTED_FILE) : List.of(value);
    if (all.isEmpty()) {
      value.unexpected(EXPECTED_FILE);
    }
    List<Path> files = new ArrayList<>();
    for (Value one : all) {
      Path file = one.as(Formats.pathFrom(watchlist));
      if (file != null && !mayImport.test(file)) {
        one.mistake("a file that the saved watchlist does not import (expected: one that it does)");
      } else if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  private static Set<String> texts(Section section, String key) {
    Set<String> texts = new HashSet<>();
    for (Value item : section.items(key, "a list of texts")) {
      String text = item.as(Formats.TEXT);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable Read read(
      Section section,
      ListFormat format,
      Kind kind,
      List<Path> files,
      Choice choice,
      Shared shared) {
    try {
      List<Digested> opened = files.stream().map(Digested::new).toList();
      List<ListFile> all = opened.stream().map(Digested::file).toList();
      Imported imported = Imported.read(format, kind, all, choice, room);
      String version =
          Fingerprint.sha256(opened.stream().map(Digested::hex).toArray(String[]::new));
      List<Entry> entries =
          imported.entries().stream().map(entry -> shared.appliedTo(entry)).toList();
      return new Read(entries, version, section.self());
    } catch (ListException e) {
      problems.add(Problem.of(e));
      return null;
    }
  }

  /** The files that a watchlist imports, as far as it can be read; for those who watch them. */
  static List<Path> files(Path watchlist, String text) {
    if (!MENTIONED.matcher(text).find()) {
      return List.of();
    }
    Problems unheard = new Problems();
    Document document = Document.plain(watchlist.toString(), unheard);
    Section top = Section.top(text, document, WatchlistKeys.WATCHLIST);
    return top == null || !top.has("import")
        ? List.of()
        : new ImportReader(watchlist, any -> true, Room.ofHeap(), unheard)
            .files(top.section("import", WatchlistKeys.IMPORT));
  }

  /** What tells that a file may have changed without reading it: it can be large. */
  static String look(Path file) {
    try {
      return "%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException | UncheckedIOException e) {
      return file + " " + e.getClass().getSimpleName();
    }
  }
}
