package dev.vedette.backtest;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The report as programs read it, held against its schema and its documentation. */
class BacktestJsonTest {

  @Test
  void theReportIsAsItsSchemaDescribesIt() throws IOException {
    JsonNode report = report();

    assertThat(errors(report)).isEmpty();
    assertThat(List.of("changes", "noise", "neverFired", "overlaps"))
        .allSatisfy(list -> assertThat(report.path(list)).isNotEmpty());
  }

  @Test
  void aReportOverNothingIsAsItsSchemaDescribesItToo() throws IOException {
    Watchlists none = version("one", entry("guest", "Kang Sun Nam"));

    assertThat(errors(Json.mapper().valueToTree(new Backtest(none, none, null).report())))
        .isEmpty();
  }

  @Test
  void theSchemaKnowsEveryKey() throws IOException {
    JsonNode report = report();
    ((ObjectNode) report).put("more", 1);
    ((ObjectNode) report.at("/noise/0")).put("more", 1);
    ((ObjectNode) report.at("/changes/0/alerts/0")).remove("copies");

    assertThat(errors(report)).hasSize(3);
  }

  @Test
  void theGuideExplainsEveryKey() throws IOException {
    String guide = Files.readString(Path.of("docs/watchlists.md"));

    assertThat(keys(report())).allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
  }

  /** Those of all objects in it, but for the alerts, which are as on their topic. */
  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.properties()
        .forEach(
            property -> {
              keys.add(property.getKey());
              if (!property.getKey().equals("alert")) {
                keys.addAll(keys(property.getValue()));
              }
            });
    if (node.isArray()) {
      node.forEach(item -> keys.addAll(keys(item)));
    }
    return keys;
  }

  private static JsonNode report() throws IOException {
    Backtest backtest =
        new Backtest(
            version("one", entry("guest", "Kang Sun Nam"), entry("un", "Kim Jong Un")),
            version(
                "two",
                entry("un", "Kim Jong Un"),
                entry("shoigu", "Sergei Shoigu"),
                entry("shoigu-too", "Сергей Шойгу"),
                entry("nobody", "Nobody Whosoever")),
            null);
    backtest.read(article("a", "Visit", "Sergei Shoigu came."));
    backtest.read(article("b", "Guest", "Kang Sun Nam came.", NOON.plusSeconds(60)));
    backtest.read(article("c", "Guest", "Kang Sun Nam came.", NOON.plusSeconds(90)));
    backtest.read(article("d", "Parade", "Kim Jong Un spoke.", NOON.plusSeconds(120)));
    return Json.mapper().readTree(Json.line(backtest.report()));
  }

  private static List<Error> errors(JsonNode report) throws IOException {
    try (InputStream in =
        BacktestJsonTest.class.getResourceAsStream("/schema/backtest.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Json.mapper().readTree(in));
      return schema.validate(report);
    }
  }

  private static Watchlists version(String name, Entry... entries) {
    return Watchlists.of(List.of(new Watchlist("list", "List", List.of(entries), false)), name);
  }
}
