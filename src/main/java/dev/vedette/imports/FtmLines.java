package dev.vedette.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Entities of the FollowTheMoney model, as OpenSanctions and Aleph export them: a JSON object a
 * line. Only targets are read, where the file tells them apart.
 */
final class FtmLines implements ListParser {

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
              .build());

  private static final List<String> STRONG = List.of("name", "alias", "previousName");

  @Override
  public void read(ListFile file, Gathering gathering) throws ListException, IOException {
    try (Lines lines = Lines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          read(lines.place(), parse(lines, line), gathering);
        }
      }
      if (lines.place().line() == 0) {
        throw new ListException(file.name(), 0, "empty (expected: a list)");
      }
    }
  }

  private static JsonNode parse(Lines lines, String line) throws ListException, IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      JsonNode node = JSON.readTree(parser);
      if (node != null && node.isObject() && parser.nextToken() == null) {
        return node;
      }
    } catch (JsonProcessingException e) {
      if (lines.isLast()) {
        throw lines
            .place()
            .wrong(
                "the end of the file within a line (expected: the whole file; this one is cut"
                    + " off)");
      }
    }
    throw lines.place().wrong("no JSON object (expected: one a line)");
  }

  private static void read(Place place, JsonNode entity, Gathering gathering) throws ListException {
    String id = entity.path("id").asText("");
    String schema = entity.path("schema").asText("");
    JsonNode properties = entity.path("properties");
    if (id.isEmpty() || schema.isEmpty() || !properties.isObject()) {
      throw place.wrong("no entity (expected: id, schema and properties)");
    }
    Kind kind = Schemas.kind(schema);
    if (kind == null) {
      gathering.leaveOut("nobody to look for: " + Place.cut(schema), place);
    } else if (!entity.path("target").asBoolean(true)) {
      gathering.leaveOut("no target, but somebody related to one", place);
    } else {
      Sketch sketch = new Sketch("os-" + id, kind, place);
      for (String property : STRONG) {
        values(properties, property).forEach(name -> gathering.name(sketch, name, false));
      }
      values(properties, "weakAlias").forEach(name -> gathering.name(sketch, name, true));
      values(properties, "birthDate").forEach(date -> sketch.tag("born", date));
      values(properties, "programId").forEach(programme -> sketch.tag("programme", programme));
      entity.path("datasets").forEach(dataset -> sketch.tag("list", dataset.asText("")));
      gathering.add(sketch);
    }
  }

  private static List<String> values(JsonNode properties, String name) {
    List<String> values = new ArrayList<>();
    properties.path(name).forEach(value -> values.add(value.asText("")));
    return values;
  }
}
