package dev.vedette.bench.desk;

import dev.vedette.alert.Alert;
import dev.vedette.article.Zone;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Alerts of some thousand entries, about words as rare and as common as those of news. */
final class SampleAlerts {

  static final int ENTRIES = 2_000;
  private static final int SOURCES = 300;
  private static final int WORDS = 20_000;
  private static final List<String> LANGUAGES =
      List.of("en", "ru", "ko", "zh-Hant", "ar", "de", "fr", "uk", "ja", "sk");

  private final Random random = new Random(7);

  /** The n-th, raised at a time. */
  Alert next(int n, Instant at) {
    int entry = Math.min(skewed(ENTRIES), ENTRIES - 1);
    String name = "Name%d Surname%d".formatted(entry, entry);
    String id = "alert-" + n;
    return new Alert(
        id,
        Alert.Type.RAISED,
        at,
        "list-" + entry % 7,
        "sha256:bench",
        "entry-" + entry,
        name,
        Severity.values()[random.nextInt(Severity.values().length)],
        0.97,
        List.of("bench"),
        null,
        new Alert.ArticleRef(
            "article-" + n,
            "revision-1",
            "https://wire.example/" + n,
            "source-" + skewed(SOURCES),
            words(8),
            LANGUAGES.get(random.nextInt(LANGUAGES.size())),
            null,
            at),
        List.of(
            new Hit(
                Hit.Field.BODY,
                Zone.BODY,
                40,
                40 + name.length(),
                name,
                name,
                List.of("exact"),
                Hit.Strength.STRONG)),
        1,
        words(15) + " " + name + " " + words(20),
        new Alert.Story("story-" + n, "article-" + n, List.of(), 0),
        null,
        null);
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append("word").append(skewed(WORDS));
    }
    return words.toString();
  }

  /** Small numbers often, large ones seldom. */
  private int skewed(int most) {
    return (int) (most * Math.pow(random.nextDouble(), 3));
  }
}
