package dev.vedette.export;

import static dev.vedette.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the rules of the standards, as far as what is written here can break them. */
class ExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Alert> ALERTS =
      List.of(
          alert().build(),
          alert()
              .type(Alert.Type.UPDATED)
              .article("b")
              .url("https://other.example/b?x=1&y=\"")
              .source("other")
              .at(Samples.NOON.plusSeconds(60))
              .build(),
          alert().id("f".repeat(32)).entry("kim").title("Kim").url("").headline("").build(),
          alert().id("e".repeat(32)).severity(Severity.LOW).snippet("").tags().build());

  @Test
  void aBundleKeepsTheRulesOfStix() throws IOException {
    JsonNode bundle = Stix.bundle(ALERTS);

    assertThat(problems("stix", bundle)).isEmpty();
    Set<String> ids = new HashSet<>(bundle.get("objects").findValuesAsText("id"));
    assertThat(ids).as("each object once").hasSize(bundle.get("objects").size());
    assertThat(ids).as("all that is referred to").containsAll(references(bundle.get("objects")));
    assertThat(types(bundle))
        .containsOnly("identity", "url", "file", "observed-data", "sighting", "report");
    assertThat(problems("stix", Stix.bundle(List.of()))).isEmpty();
  }

  @Test
  void theSameEventHasTheSameObjectsInEveryBundle() {
    Set<JsonNode> all = new HashSet<>();
    Stix.bundle(ALERTS).get("objects").forEach(all::add);
    for (Alert alert : ALERTS) {
      List<JsonNode> own = new ArrayList<>();
      Stix.bundle(List.of(alert)).get("objects").forEach(own::add);
      assertThat(all).containsAll(own);
    }
    assertThat(Stix.bundle(ALERTS)).isEqualTo(Stix.bundle(ALERTS));
  }

  @Test
  void aReportSaysWhatWasSeenWhereAndHowSurely() {
    JsonNode report = object(Stix.bundle(ALERTS.subList(0, 1)), "report");

    assertThat(report.get("name").asText()).isEqualTo("Sergei Shoigu: Visit");
    assertThat(report.get("description").asText()).isEqualTo("On Tuesday Sergei Shoigu flew.");
    assertThat(report.get("published").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(report.get("confidence").asInt()).isEqualTo(100);
    assertThat(report.get("labels").toString())
        .isEqualTo(
            "[\"severity:high\",\"event:raised\",\"story:story-0123456789abcdef0123456789abcdef\",\"arms\"]");
    assertThat(report.at("/external_references/0/url").asText())
        .isEqualTo("https://wire.example/a");
    assertThat(report.get("object_refs")).hasSize(4);
  }

  @Test
  void whatWasWithdrawnIsNotSighted() throws IOException {
    JsonNode bundle = Stix.bundle(List.of(alert().type(Alert.Type.WITHDRAWN).build()));

    assertThat(problems("stix", bundle)).isEmpty();
    assertThat(types(bundle)).contains("report").doesNotContain("sighting");
  }

  /** Names of version 5 are the same in every program: the RFC's own, and STIX's for an address. */
  @Test
  void namesAreThoseThatOthersGive() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(NamedUuid.in(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void eventsKeepTheRulesOfMispAndAStoryIsOne() throws IOException {
    JsonNode events = Misp.events(ALERTS);

    assertThat(problems("misp", events)).isEmpty();
    assertThat(problems("misp", Misp.events(List.of()))).isEmpty();
    assertThat(events.get("response")).hasSize(3);
    JsonNode event = events.at("/response/0/Event");
    assertThat(event.get("info").asText()).isEqualTo("Sergei Shoigu: Visit");
    assertThat(event.get("timestamp").asText())
        .isEqualTo(Long.toString(Samples.NOON.getEpochSecond() + 60));
    assertThat(event.get("threat_level_id").asText()).isEqualTo("1");
    assertThat(event.get("Attribute").findValuesAsText("value"))
        .containsExactly(
            "https://wire.example/a",
            "On Tuesday Sergei Shoigu flew.",
            "https://other.example/b?x=1&y=\"",
            "On Tuesday Sergei Shoigu flew.");
    assertThat(event.at("/Attribute/2/comment").asText()).isEqualTo("other, updated: Visit");
    assertThat(Misp.events(ALERTS.subList(0, 1)).at("/response/0/Event/uuid"))
        .as("it grows")
        .isEqualTo(event.get("uuid"));
  }

  @Test
  void aRowHasACellForEachColumn() {
    assertThat(Table.header() + Table.row(ALERTS.get(0)))
        .isEqualTo(
            """
            raised_at,type,severity,watchlist,entry,title,score,tags,silenced,source,language,headline,url,published_at,hits,snippet,copies,alert_id,event_id
            2026-11-23T12:00:00Z,raised,high,list,shoigu,Sergei Shoigu,1.00,arms,,wire,en,Visit,https://wire.example/a,,1,On Tuesday Sergei Shoigu flew.,0,0123456789abcdef0123456789abcdef,EVENT
            """
                .replace("EVENT", ALERTS.get(0).eventId())
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          plain             | plain
          a, b              | "a, b"
          say "so"          | "say ""so""\"
          =HYPERLINK("x")   | "'=HYPERLINK(""x"")"
          +1                | '+1
          -1                | '-1
          @SUM(A1)          | '@SUM(A1)
          """)
  void aCellIsNeitherTwoNorAFormula(String headline, String cell) {
    assertThat(Table.row(alert().headline(headline).build())).contains(",en," + cell + ",https:");
  }

  private static List<String> problems(String schema, JsonNode document) throws IOException {
    try (InputStream in = ExportTest.class.getResourceAsStream(schema + ".schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(in))
          .validate(document)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static List<String> types(JsonNode bundle) {
    List<String> types = new ArrayList<>();
    bundle.get("objects").forEach(object -> types.add(object.get("type").asText()));
    return types;
  }

  private static JsonNode object(JsonNode bundle, String type) {
    for (JsonNode object : bundle.get("objects")) {
      if (object.get("type").asText().equals(type)) {
        return object;
      }
    }
    throw new AssertionError("no " + type);
  }

  private static Set<String> references(JsonNode objects) {
    Set<String> references = new HashSet<>();
    for (JsonNode object : objects) {
      object
          .properties()
          .forEach(
              property -> {
                if (property.getKey().endsWith("_ref")) {
                  references.add(property.getValue().asText());
                } else if (property.getKey().endsWith("_refs")) {
                  property.getValue().forEach(id -> references.add(id.asText()));
                }
              });
    }
    return references;
  }
}
