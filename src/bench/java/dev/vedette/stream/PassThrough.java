package dev.vedette.stream;

import dev.vedette.alert.Alert;
import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Severity;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The least that a topology from articles to alerts can do: no names, no stories, no limits. */
final class PassThrough {

  static final String ALERTS = "bench.passed";

  private PassThrough() {}

  static Topology topology() {
    Serde<String> keys = Serdes.String();
    Serde<Alert> alerts = Json.serde(Alert.class, Alert.SCHEMA);
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(Topics.ARTICLES, Consumed.with(keys, Json.serde(Article.class, Article.SCHEMA)))
        .filter((id, article) -> id.startsWith(BenchArticles.HIT), Named.as("hits"))
        .mapValues(PassThrough::alert, Named.as("alert"))
        .selectKey((id, alert) -> alert.entry(), Named.as("entry-key"))
        .repartition(
            Repartitioned.<String, Alert>as("by-entry").withKeySerde(keys).withValueSerde(alerts))
        .to(ALERTS, Produced.with(keys, alerts));
    return builder.build();
  }

  private static Alert alert(Article article) {
    Alert.ArticleRef reference =
        new Alert.ArticleRef(
            article.id(),
            article.revision(),
            article.url(),
            article.source(),
            article.title(),
            article.language(),
            null,
            article.fetchedAt());
    Hit hit =
        new Hit(
            Hit.Field.BODY,
            Zone.BODY,
            0,
            20,
            article.body().substring(0, 20),
            article.body().substring(0, 20),
            List.of("exact"),
            Hit.Strength.STRONG);
    return new Alert(
        article.id(),
        Alert.Type.RAISED,
        article.fetchedAt(),
        "bench",
        "bench",
        "n" + Math.floorMod(article.id().hashCode(), 10_000),
        article.title(),
        Severity.MEDIUM,
        1,
        List.of(),
        null,
        reference,
        List.of(hit),
        1,
        article.body().substring(0, 300),
        new Alert.Story(article.id(), article.id(), List.of(), 0),
        null,
        null);
  }
}
