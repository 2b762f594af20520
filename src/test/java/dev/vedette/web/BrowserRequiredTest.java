package dev.vedette.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Where a browser was promised, its tests may not be skipped unseen. */
class BrowserRequiredTest {

  @Test
  @EnabledIfEnvironmentVariable(named = "REQUIRE_BROWSER", matches = "true")
  void aBrowserIsHereWhereItIsRequired() {
    assertThat(Browser.isHere()).isTrue();
  }
}
