package dev.vedette.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.alert.Alert;

/** An alert as JSON, in the form that it has on its topic. */
@FunctionalInterface
public interface AlertJson {

  /** The alert's object. */
  JsonNode of(Alert alert);
}
