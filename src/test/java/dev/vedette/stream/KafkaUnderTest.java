package dev.vedette.stream;

/** A real broker that the same tests run against, wherever it comes from. */
interface KafkaUnderTest extends AutoCloseable {

  String bootstrapServers();

  @Override
  void close();
}
