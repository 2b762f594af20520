package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.DockerClientFactory;

/** Where Docker was promised, the container tests may not be skipped unseen. */
class DockerRequiredTest {

  @Test
  @EnabledIfEnvironmentVariable(named = "REQUIRE_DOCKER", matches = "true")
  void dockerIsHereWhereItIsRequired() {
    assertThat(DockerClientFactory.instance().isDockerAvailable()).isTrue();
  }
}
