package dev.vedette.stream;

import java.nio.file.Path;

/** The contract on the broker that Vedette brings along. */
class PipelineEmbeddedIT extends PipelineContract {

  @Override
  KafkaUnderTest startKafka(Path directory) {
    DataDirectory data = DataDirectory.take(directory.resolve("kafka"));
    EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {});
    return new KafkaUnderTest() {
      @Override
      public String bootstrapServers() {
        return broker.address();
      }

      @Override
      public void close() {
        broker.close();
        data.close();
      }
    };
  }
}
