package dev.vedette.stream;

import java.nio.file.Path;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The contract on Kafka's own image; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class PipelineContainerIT extends PipelineContract {

  @Override
  KafkaUnderTest startKafka(Path directory) {
    KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1");
    container.start();
    return new KafkaUnderTest() {
      @Override
      public String bootstrapServers() {
        return container.getBootstrapServers();
      }

      @Override
      public void close() {
        container.stop();
      }
    };
  }
}
