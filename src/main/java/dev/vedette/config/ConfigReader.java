package dev.vedette.config;

import dev.vedette.document.Secrets;
import dev.vedette.poll.PollSettings;
import dev.vedette.poll.Source;
import dev.vedette.poll.WebSub;
import dev.vedette.sink.ConsoleSettings;
import dev.vedette.stream.AlertSettings;
import dev.vedette.web.WebSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code vedette.yaml}.
 *
 * <p>Every key is optional. A variable of the environment goes before the file: {@code
 * VEDETTE_WEB_PORT} for {@code web.port}, and so on for every single value outside lists. {@code
 * ${env:NAME}} and {@code ${file:/path}} in a value stand for a variable and for a file's content;
 * what they stand for is in no message.
 */
public final class ConfigReader {

  private static final Format<String> USER_AGENT =
      new Format<>("printable ASCII on one line", t -> t.matches("[!-~][ -~]{0,299}") ? t : null);

  /** It is not shown where it is wrong. */
  private static final Format<String> WEBSUB_SECRET =
      new Format<>(
          "at least %d characters".formatted(WebSub.SHORTEST_SECRET), ConfigReader::secret);

  private final Path file;
  private final Section top;
  private final Set<String> filled;

  private ConfigReader(Path file, Section top, Set<String> filled) {
    this.file = file;
    this.top = top;
    this.filled = filled;
  }

  /**
   * The configuration in a file.
   *
   * @param file relative paths in it start at its directory
   * @param environment variables by name
   * @throws ConfigException if anything is wrong with the file or with a {@code VEDETTE_} variable;
   *     it names everything that is
   */
  public static Config read(Path file, Map<String, String> environment) {
    return read(file, environment, false);
  }

  /**
   * The configuration of a service, which must have something to watch.
   *
   * @throws ConfigException as {@link #read} does, and if no source is enabled
   */
  public static Config readToRun(Path file, Map<String, String> environment) {
    return read(file, environment, true);
  }

  private static Config read(Path file, Map<String, String> environment, boolean toRun) {
    Problems problems = new Problems();
    Path absolute = file.toAbsolutePath().normalize();
    Set<String> filled = new HashSet<>();
    Placeholders placeholders =
        Placeholders.of(environment, absolute.resolveSibling(""), filled::add);
    Map<String, Value> overrides = Environment.overrides(environment, placeholders, problems);
    Document document = new Document(TextFile.nameOf(file), placeholders, overrides, problems);
    String text = TextFile.read(absolute, problems);
    Section top = text == null ? null : Section.top(text, document, ConfigKeys.TOP);
    if (top == null) {
      throw problems.exception();
    }
    Config config = new ConfigReader(absolute, top, filled).config(toRun);
    problems.throwIfAny();
    return config;
  }

  private Config config(boolean toRun) {
    int before = top.self().document().problems().count();
    PollSettings poll = poll();
    List<Source> sources = SourceReader.read(top, file, poll.every());
    boolean readable = top.self().document().problems().count() == before;
    if (toRun && readable && sources.stream().noneMatch(source -> source.settings().enabled())) {
      top.key("sources")
          .mistake("nothing to watch (expected: sources: with at least one that is enabled)");
    }
    Path data =
        top.get(
            "data-directory", Formats.pathFrom(file), file.resolveSibling("../data").normalize());
    sources.forEach(source -> checkFolder(source, data));
    SinkReader sinks = SinkReader.read(top, file);
    WebSettings web = web();
    checkDoor(poll, web);
    return new Config(
        file,
        data,
        top.get("watchlists", Formats.pathFrom(file), file.resolveSibling("watchlists")),
        KafkaReader.read(top),
        sources,
        poll.forSources(sources),
        alerts(),
        web,
        console(),
        sinks.enabled(),
        RouteReader.read(top, sinks.ids()),
        Secrets.of(filled)); // last, when all is read
  }

  /** Reading the lock of one's own data directory gives it up, on most systems. */
  private void checkFolder(Source source, Path data) {
    if (source instanceof Source.Folder folder && data.startsWith(folder.directory())) {
      top.key("sources")
          .mistake(
              "the folder of source %s holds the data directory %s (expected: a folder without it)"
                  .formatted(source.id(), data));
    }
  }

  private PollSettings poll() {
    PollSettings defaults = PollSettings.DEFAULTS;
    Section poll = top.section("poll", ConfigKeys.POLL);
    return new PollSettings(
        poll.get("every", SourceReader.EVERY, defaults.every()),
        poll.get("adaptive", Formats.BOOLEAN, defaults.adaptive()),
        poll.get("timeout", Formats.duration("1s", "10m"), defaults.timeout()),
        poll.get("max-size", Formats.size(1 << 10, 100 << 20, "1KB to 100MB"), defaults.maxBytes()),
        poll.get("host-spacing", Formats.duration("0s", "10m"), defaults.hostSpacing()),
        poll.get("workers", Formats.integer(1, 256), defaults.workers()),
        poll.get("connections", Formats.integer(1, 2_000), defaults.connections()),
        poll.get("user-agent", USER_AGENT, defaults.userAgent()),
        poll.get("contact", Addresses.CONTACT, defaults.contact()),
        poll.get("robots", Formats.BOOLEAN, defaults.robots()),
        poll.get("allow-private", Addresses.PRIVATE_HOSTS, defaults.allowPrivate()),
        webSub(poll));
  }

  private @Nullable WebSub webSub(Section poll) {
    Section webSub = poll.section("websub", ConfigKeys.WEBSUB);
    if (!poll.has("websub") && ConfigKeys.WEBSUB.stream().noneMatch(webSub::has)) {
      return null;
    }
    URI callback = webSub.require("callback", Addresses.CALLBACK, URI.create("http://localhost"));
    String secret = webSub.require("secret", WEBSUB_SECRET, "");
    return new WebSub(callback, secret);
  }

  /** Hubs call at the page's door. */
  private void checkDoor(PollSettings poll, WebSettings web) {
    if (poll.webSub() != null && !web.enabled()) {
      top.key("poll")
          .mistake("websub needs the page's server (expected: web.enabled: true, or no websub)");
    }
  }

  private AlertSettings alerts() {
    Section alerts = top.section("alerts", ConfigKeys.ALERTS);
    return new AlertSettings(
        alerts.get(
            "story-window", Formats.duration("1m", "90d"), AlertSettings.DEFAULTS.storyWindow()));
  }

  private static String secret(String text) throws Unexpected {
    if (text.length() < WebSub.SHORTEST_SECRET) {
      throw Unexpected.secret("at least %d characters".formatted(WebSub.SHORTEST_SECRET));
    }
    return text;
  }

  private WebSettings web() {
    WebSettings defaults = WebSettings.DEFAULTS;
    Section web = top.section("web", ConfigKeys.WEB);
    boolean enabled = web.get("enabled", Formats.BOOLEAN, defaults.enabled());
    String host = web.get("host", Addresses.HOST, defaults.host());
    Path token =
        web.value("token-file") == null
            ? null
            : web.get("token-file", Formats.pathFrom(file), file);
    boolean proxy = web.get("behind-proxy", Formats.BOOLEAN, defaults.behindProxy());
    int port = web.get("port", Formats.PORT, defaults.port());
    WebSettings settings = new WebSettings(enabled, host, port, token, proxy);
    if (enabled) {
      checkReach(web, settings);
    }
    return settings;
  }

  /** Nobody but the people of this machine reaches the page without a token and TLS. */
  private static void checkReach(Section web, WebSettings settings) {
    Value host = web.value("host");
    Value proxy = web.value("behind-proxy");
    boolean token = settings.tokenFile() != null;
    boolean safe = token && settings.behindProxy();
    if (!safe && host != null && !Addresses.isLoopback(settings.host())) {
      host.unexpected(
          "a loopback address such as 127.0.0.1, or web.token-file, which keeps strangers out, and"
              + " web.behind-proxy: true, as the page itself speaks no TLS");
    } else if (!token && proxy != null && settings.behindProxy()) {
      proxy.mistake("without web.token-file (expected: both, as a proxy lets others in)");
    }
  }

  private ConsoleSettings console() {
    ConsoleSettings defaults = ConsoleSettings.DEFAULTS;
    Section console = top.section("console", ConfigKeys.CONSOLE);
    return new ConsoleSettings(
        console.get("enabled", Formats.BOOLEAN, defaults.enabled()),
        console.get("last", Formats.integer(0, 1_000), defaults.last()));
  }
}
