package dev.vedette.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The checks of axe-core for what people with disabilities can use. */
public final class Axe {

  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private static final String CHECK =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})
        .then(found => done(found.violations.flatMap(one =>
          one.nodes.map(node => one.id + ': ' + node.target + ': ' + node.failureSummary))));
      """;

  private Axe() {}

  /** What is wrong with the page that a browser shows; empty if nothing is. */
  @SuppressWarnings("unchecked")
  public static List<String> violations(Browser browser) {
    try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
      browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return (List<String>) browser.runAsync(CHECK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
