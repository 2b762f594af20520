package dev.vedette.config;

import dev.vedette.document.Secrets;
import dev.vedette.poll.PollSettings;
import dev.vedette.poll.Source;
import dev.vedette.route.Route;
import dev.vedette.sink.ConsoleSettings;
import dev.vedette.sink.SinkSettings;
import dev.vedette.stream.AlertSettings;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.web.WebSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that {@code vedette.yaml} says, with defaults where it is silent.
 *
 * @param file where it stands; absolute
 * @param dataDirectory where the embedded broker and the state live; absolute
 * @param watchlistDirectory where the watchlists are; absolute
 * @param kafka which broker
 * @param sources in file order, also those that are not enabled
 * @param poll manners
 * @param alerts how alerts are made
 * @param web health and status
 * @param console alerts on the screen
 * @param sinks in file order, only those that are enabled
 * @param routes in file order; a sink that none leads to is told of everything
 * @param secrets what was filled in for {@code ${env:}} and {@code ${file:}}
 */
public record Config(
    Path file,
    Path dataDirectory,
    Path watchlistDirectory,
    KafkaSettings kafka,
    List<Source> sources,
    PollSettings poll,
    AlertSettings alerts,
    WebSettings web,
    ConsoleSettings console,
    List<SinkSettings> sinks,
    List<Route> routes,
    Secrets secrets) {

  /** Copies its lists. */
  public Config {
    sinks = List.copyOf(sinks);
    routes = List.copyOf(routes);
    sources = List.copyOf(sources);
  }

  /** Names the sources only: addresses and settings may hold secrets. */
  @Override
  public String toString() {
    return "Config[file=%s, sources=%s]".formatted(file, sources.stream().map(Source::id).toList());
  }

  /** This configuration with what a running service takes in from another. */
  public Config following(Config other) {
    return new Config(
        file,
        dataDirectory,
        watchlistDirectory,
        kafka,
        other.sources,
        poll.following(other.poll),
        alerts,
        web,
        console,
        other.sinks,
        other.routes,
        other.secrets);
  }

  /** The routes that lead to a sink, in their order; at least one. */
  public List<Route> routesTo(SinkSettings sink) {
    List<Route> leading =
        routes.stream().filter(route -> route.sinks().contains(sink.id())).toList();
    return leading.isEmpty() ? List.of(Route.everything(sink.id())) : leading;
  }

  /** The ids of all sources, also of those that are not enabled. */
  public Set<String> sourceIds() {
    return sources.stream().map(Source::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Where the files behind {@code demo:} addresses are: beside the configuration file. */
  public Path demoDirectory() {
    return file.resolveSibling("demo");
  }
}
