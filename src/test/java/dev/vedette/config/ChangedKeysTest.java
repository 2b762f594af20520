package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedKeysTest {

  private static final String BEFORE =
      """
      data-directory: ../data
      web: {host: 127.0.0.1, port: 8080}
      poll: {every: 15m}
      sinks: [{id: desk, file: a.jsonl}]
      sources:
        - {id: wire, feed: "https://wire.example/feed"}
      """;

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # form is none of it
          8080                     | 8080 # as always       |
          # sections by their keys
          8080                     | 8081                   | web.port
          host: 127.0.0.1, port    | port                   | web.host
          data-directory: ../data  | kafka: {replicas: 3}   | data-directory, kafka.replicas
          # what is reloaded is not for a start
          a.jsonl                  | b.jsonl                |
          id: wire                 | id: agency             |
          every: 15m               | every: 10m             |
          every: 15m               | robots: false          | poll.robots
          """)
  void saysWhatOnlyAStartReads(String words, String others, String keys) {
    String after = BEFORE.replace(words, others.contains("#") ? "8080}  # as always\n#" : others);

    assertThat(String.join(", ", ChangedKeys.wantingRestart(BEFORE, after)))
        .isEqualTo(keys == null ? "" : keys);
  }
}
