package dev.vedette.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param type of the content
 * @param headers besides the type
 * @param body of the answer
 */
record Answer(int status, String type, Map<String, String> headers, String body) {

  /** What is true now only. */
  static final Map<String, String> NOT_STORED = Map.of("Cache-Control", "no-store");

  private static final JsonMapper PLAIN = new JsonMapper();

  static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", NOT_STORED, body);
  }

  static Answer json(int status, String body) {
    return new Answer(status, "application/json; charset=utf-8", NOT_STORED, body);
  }

  /** What went wrong, in a sentence. */
  static Answer problem(int status, String sentence) {
    try {
      return json(status, PLAIN.writeValueAsString(Map.of("error", sentence)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map that Jackson cannot write", e);
    }
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
