package dev.vedette.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.backtest.BacktestReport;
import dev.vedette.poll.PollState;
import dev.vedette.text.Imprint;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of everything on the topics: UTF-8, lower-case enums, ISO-8601 times. What names a
 * schema says so first ({@code "schema": "vedette.alert/1"}), is read tolerantly within its major
 * version and refused beyond it.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(imprints())
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addMixIn(Article.class, Versioned.class)
          .addMixIn(Alert.class, Versioned.class)
          .addMixIn(BacktestReport.class, Versioned.class)
          .addMixIn(Feedback.class, Versioned.class)
          .addMixIn(PollState.class, Versioned.class)
          .addMixIn(SinkMemory.Told.class, Versioned.class)
          .build();

  private Json() {}

  private static SimpleModule imprints() {
    return new SimpleModule()
        .addSerializer(
            Imprint.class,
            new StdSerializer<Imprint>(Imprint.class) {
              @Override
              public void serialize(Imprint value, JsonGenerator out, SerializerProvider provider)
                  throws IOException {
                out.writeBinary(value.bytes());
              }
            })
        .addDeserializer(
            Imprint.class,
            new StdDeserializer<Imprint>(Imprint.class) {
              @Override
              public Imprint deserialize(JsonParser in, DeserializationContext context)
                  throws IOException {
                return Imprint.of(in.getBinaryValue());
              }
            });
  }

  /** Puts the schema first, though the records do not hold it as a component. */
  @JsonPropertyOrder("schema")
  private interface Versioned {
    @JsonProperty("schema")
    String schema();
  }

  /** The mapper, for commands that print more than one kind of object. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** A value as one line of JSON. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that Jackson cannot write", e);
    }
  }

  /** How many bytes a value takes on its topic. */
  static int size(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that Jackson cannot write", e);
    }
  }

  /** For records that stay inside the service: no schema of their own. */
  static <T> Serde<T> serde(Class<T> type) {
    return serde(type, null);
  }

  /**
   * For records that others read.
   *
   * @param schema name and major version; anything else fails with a {@link SerializationException}
   */
  static <T> Serde<T> serde(Class<T> type, @Nullable String schema) {
    return Serdes.serdeFrom(serializer(type), deserializer(type, schema));
  }

  /**
   * For records that others write and that nothing may stop for: what is not readable is null, as
   * if it were deleted.
   */
  static <T> Serde<T> lenient(Class<T> type, String schema) {
    Deserializer<T> strict = deserializer(type, schema);
    return Serdes.serdeFrom(
        serializer(type),
        (topic, bytes) -> {
          try {
            return strict.deserialize(topic, bytes);
          } catch (SerializationException e) {
            return null;
          }
        });
  }

  private static <T> Serializer<T> serializer(Class<T> type) {
    ObjectWriter writer = MAPPER.writerFor(type);
    return (topic, value) -> {
      try {
        return value == null ? null : writer.writeValueAsBytes(value);
      } catch (JsonProcessingException e) {
        throw new SerializationException("cannot write " + type.getSimpleName(), e);
      }
    };
  }

  private static <T> Deserializer<T> deserializer(Class<T> type, @Nullable String schema) {
    ObjectReader reader = MAPPER.readerFor(type);
    return (topic, bytes) -> {
      if (bytes == null) {
        return null;
      }
      try {
        JsonNode tree = MAPPER.readTree(bytes);
        String found = tree.path("schema").asText();
        if (schema != null && !found.equals(schema)) {
          throw new SerializationException("schema: '" + found + "' (expected: " + schema + ")");
        }
        return reader.readValue(tree);
      } catch (IOException | IllegalArgumentException e) {
        String what = "not readable as " + type.getSimpleName();
        throw new SerializationException(
            e instanceof ValueInstantiationException refused ? what + why(refused) : what, e);
      }
    };
  }

  /** In the words of the record that was given too little. */
  private static String why(ValueInstantiationException refused) {
    Throwable cause = refused.getCause();
    return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
  }
}
