package dev.vedette.cli;

import dev.vedette.sink.Ink;
import java.util.Locale;

/** A story as a person reads it: the first article's headline, and a line for each copy. */
final class StoryView {

  private StoryView() {}

  static String of(Ink ink, StoriesCommand.Story story) {
    StringBuilder out = new StringBuilder();
    out.append(ink.bold(title(story.title()))).append("  ").append(place(ink, story.file()));
    for (StoriesCommand.Copy copy : story.copies()) {
      out.append(
          String.format(Locale.ROOT, "%n  %-12s", copy.kind().name().toLowerCase(Locale.ROOT)));
      if (!copy.title().equals(story.title())) {
        out.append(title(copy.title())).append("  ");
      }
      out.append(place(ink, copy.file()));
    }
    return out.toString();
  }

  private static String title(String title) {
    return title.isEmpty() ? "(no headline)" : Ink.clean(title);
  }

  private static String place(Ink ink, String place) {
    return ink.dim(Ink.clean(place));
  }
}
