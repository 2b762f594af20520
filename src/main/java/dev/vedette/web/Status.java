package dev.vedette.web;

import java.util.List;

/**
 * What the service says of itself.
 *
 * @param ready whether articles are polled, matched and told
 * @param problems why not, and what else a person should look at; sentences
 * @param details more, as Jackson writes it
 */
public record Status(boolean ready, List<String> problems, Object details) {

  /** Copies its list. */
  public Status {
    problems = List.copyOf(problems);
  }
}
