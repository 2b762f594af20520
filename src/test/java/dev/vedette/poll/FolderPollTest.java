package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one bad file does to a folder: nothing, but that it is said. */
class FolderPollTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path directory;
  private final List<String> read = new ArrayList<>();
  private final FolderPoll folders =
      new FolderPoll(
          PollSettings.DEFAULTS,
          (source, name, bytes, now, language) -> {
            read.add(name);
            if (name.startsWith("overflow")) {
              throw new StackOverflowError();
            }
            return new Documents().read(source, name, bytes, now, language);
          });

  private Path write(String name, String text, Instant modified) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    return file;
  }

  private Outcome.Harvest poll(List<String> seen) {
    Source.Folder folder =
        new Source.Folder(
            new Source.Settings("inbox", "Inbox", Duration.ofMinutes(10), "", true), directory);
    PollState state =
        new PollState("inbox", folder.address(), null, null, seen, NOW, 0, null, null, null, 0);
    return (Outcome.Harvest) folders.poll(folder, state, NOW);
  }

  private static List<String> titles(Outcome.Harvest harvest) {
    return harvest.articles().stream().map(Article::title).toList();
  }

  @Test
  void readsTheOthersWhenOneBreaksTheReader() throws IOException {
    write("overflow.txt", "One", NOW.minusSeconds(60));
    write("two.txt", "Two", NOW.minusSeconds(50));
    String broken = Seen.hash("overflow.txt");

    Outcome.Harvest first = poll(List.of());
    Outcome.Harvest third = poll(poll(first.seen()).seen());

    assertThat(titles(first)).containsExactly("Two");
    assertThat(first.seen()).contains(Seen.hash("two.txt")).doesNotContain(broken);
    assertThat(first.complaint())
        .isEqualTo("overflow.txt cannot be read: java.lang.StackOverflowError");
    assertThat(third.seen()).as("given up").contains(broken);
  }

  @Test
  void anEditedFileIsAnotherRevisionOfTheSame() throws IOException {
    write("note.txt", "Nobody was hurt", NOW.minusSeconds(60));
    Outcome.Harvest first = poll(List.of());
    write("note.txt", "Two men were hurt", NOW.minusSeconds(30));
    Outcome.Harvest second = poll(first.seen());
    write("note.txt", "Two men were hurt", NOW.minusSeconds(20));
    Outcome.Harvest touched = poll(second.seen());

    assertThat(titles(second)).containsExactly("Two men were hurt");
    assertThat(second.articles().get(0).id()).isEqualTo(first.articles().get(0).id());
    assertThat(second.articles().get(0).revision())
        .isNotEqualTo(first.articles().get(0).revision());
    assertThat(titles(touched)).isEmpty();
  }

  @Test
  void aFileThatAnEarlierVersionReadIsComparedFromNowOn() throws IOException {
    write("note.txt", "Nobody was hurt", NOW.minusSeconds(60));
    Outcome.Harvest upgraded = poll(List.of(Seen.hash("note.txt")));
    write("note.txt", "Two men were hurt", NOW.minusSeconds(30));

    assertThat(titles(upgraded)).isEmpty();
    assertThat(titles(poll(upgraded.seen()))).containsExactly("Two men were hurt");
  }

  @Test
  void aFileOfManyArticlesIsReadOnce() throws IOException {
    String item = "<item><guid>%1$d</guid><title>%1$d of %2$s</title></item>";
    StringBuilder before = new StringBuilder("<rss version='2.0'><channel>");
    StringBuilder after = new StringBuilder("<rss version='2.0'><channel>");
    for (int n = 0; n < 30; n++) {
      before.append(item.formatted(n, "May"));
      after.append(item.formatted(n, "June"));
    }
    write("old.rss", before + "</channel></rss>", NOW.minusSeconds(60));
    Outcome.Harvest first = poll(List.of());
    write("old.rss", after + "</channel></rss>", NOW.minusSeconds(30));

    assertThat(first.articles()).hasSize(30);
    assertThat(poll(first.seen()).articles()).isEmpty();
  }

  @ParameterizedTest(name = "changed {0} ms ago: read {1}")
  @CsvSource({
    "1000, true",
    "999, false",
    "0, false",
    "-999, false",
    // no clock of ours set that
    "-1000, true",
    "-86400000, true",
  })
  void waitsForAFileOfThisMomentOnly(long age, boolean isRead) throws IOException {
    write("a.txt", "One", NOW.minusMillis(age));

    assertThat(poll(List.of()).articles().isEmpty()).isEqualTo(!isRead);
  }

  @Test
  void readsARefusedFileAgainWhenItChanged() throws IOException {
    write("a.txt", "\0\0\0\0", NOW.minusSeconds(60));
    Outcome.Harvest first = poll(List.of());
    Outcome.Harvest second = poll(first.seen());
    write("a.txt", "One", NOW.minusSeconds(30));

    Outcome.Harvest third = poll(second.seen());

    assertThat(first.complaint()).isEqualTo("a.txt cannot be read: it is no text");
    assertThat(second.complaint()).isEqualTo(first.complaint());
    assertThat(read).as("not in the second poll").containsExactly("a.txt", "a.txt");
    assertThat(titles(third)).containsExactly("One");
  }

  @Test
  void namesTheDirectoryThatCannotBeListedAndGoesOn() throws IOException {
    FolderFiles files = new FolderFiles(directory);
    Path below = directory.resolve("closed");

    FileVisitResult result = files.visitFileFailed(below, new AccessDeniedException("closed"));

    assertThat(result).isEqualTo(FileVisitResult.CONTINUE);
    assertThat(files.complaints()).containsExactly("closed cannot be read: access denied");
  }
}
