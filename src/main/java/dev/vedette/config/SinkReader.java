package dev.vedette.config;

import dev.vedette.sink.Chat;
import dev.vedette.sink.ChatSettings;
import dev.vedette.sink.CommandSettings;
import dev.vedette.sink.FileSettings;
import dev.vedette.sink.SinkSettings;
import dev.vedette.sink.Template;
import dev.vedette.sink.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code sinks:}. */
final class SinkReader {

  private static final List<String> KINDS =
      List.of(
          "webhook",
          "slack",
          "teams",
          "discord",
          "telegram",
          "mattermost",
          "ntfy",
          "email",
          "file",
          "exec");

  /** What only some kinds have. */
  private static final Map<String, List<String>> KINDS_OF_KEY =
      Map.ofEntries(
          Map.entry("secret", List.of("webhook")),
          Map.entry("old-secret", List.of("webhook")),
          Map.entry("content-type", List.of("webhook")),
          Map.entry("template", List.of("webhook")),
          Map.entry("authorization", List.of("webhook", "ntfy")),
          Map.entry("chat", List.of("telegram")),
          Map.entry("server", List.of("telegram")),
          Map.entry("from", List.of("email")),
          Map.entry("smtp", List.of("email")),
          Map.entry("max-size", List.of("file")),
          Map.entry("daily", List.of("file")),
          Map.entry("keep", List.of("file")));

  private static final URI TELEGRAM = URI.create("https://api.telegram.org");

  private static final Format<String> CONTENT_TYPE =
      new Format<>(
          "a type such as application/json",
          text -> text.matches("[\\w.+-]+/[\\w.+-]+") ? text : null);

  /** What is sent along to be let in, or to prove who sends; not shown where it is wrong. */
  private static final Format<String> KEY =
      secret(
          "whsec_ and 24 to 64 bytes in base64, as `echo whsec_$(openssl rand -base64 32)` makes"
              + " it",
          WebhookSettings::isKey);

  private static final Format<String> HEADER =
      secret("printable ASCII on one line", text -> text.matches("[ -~]{1,4000}"));

  private static final Format<String> BOT =
      secret(
          "a bot's token, digits, a colon and letters, as BotFather gives it",
          text -> text.matches("\\d{1,20}:[\\w-]{20,100}"));

  private static final Format<String> ROOM =
      new Format<>(
          "the number of a chat, or @ and the name of a channel",
          text -> text.matches("-?\\d{1,20}|@\\w{1,64}") ? text : null);

  private final Path file;
  private final Map<String, Value> ids = new HashMap<>();
  private final List<SinkSettings> enabled = new ArrayList<>();

  private SinkReader(Path file) {
    this.file = file;
  }

  /**
   * All that are without mistakes.
   *
   * @param file what relative paths are beside
   */
  static SinkReader read(Section top, Path file) {
    SinkReader reader = new SinkReader(file);
    for (Value item : top.items("sinks", "a list of sinks, each with an id")) {
      Section section = item.section(ConfigKeys.SINK);
      if (section.isReadable()) {
        reader.add(section);
      }
    }
    return reader;
  }

  /** Those that are enabled, in file order. */
  List<SinkSettings> enabled() {
    return enabled;
  }

  /** The ids of all, also of those that are not enabled. */
  Set<String> ids() {
    return new TreeSet<>(ids.keySet());
  }

  private void add(Section section) {
    String id = id(section);
    String kind = kind(section);
    if (kind == null) {
      return;
    }
    refuseKeysOfOtherKinds(section, kind);
    SinkSettings sink =
        switch (kind) {
          case "webhook" -> webhook(section, id);
          case "telegram" -> telegram(section, id);
          case "ntfy" -> ntfy(section, id);
          case "email" -> MailReader.read(section, id);
          case "file" -> file(section, id);
          case "exec" -> command(section, id);
          default -> chat(section, id, Chat.valueOf(kind.toUpperCase(Locale.ROOT)));
        };
    if (section.get("enabled", Formats.BOOLEAN, true) && sink != null) {
      enabled.add(sink);
    }
  }

  private String id(Section section) {
    String id = section.require("id", Formats.ID, "");
    Value first = id.isEmpty() ? null : ids.putIfAbsent(id, section.key("id"));
    Value written = section.value("id");
    if (first != null && written != null) {
      written.unexpected("an id of its own; " + first.line() + " has the same");
    }
    return id;
  }

  private static @Nullable String kind(Section section) {
    List<String> kinds = KINDS.stream().filter(section::has).toList();
    if (kinds.size() == 1) {
      return kinds.get(0);
    }
    if (kinds.isEmpty()) {
      section.self().mistake("says not where to (expected: " + Words.or(KINDS) + ")");
    } else {
      section
          .key(kinds.get(1))
          .mistake(String.join(" and ", kinds) + " (expected: only one of them)");
    }
    return null;
  }

  private static void refuseKeysOfOtherKinds(Section section, String kind) {
    KINDS_OF_KEY.forEach(
        (key, kinds) -> {
          if (section.has(key) && !kinds.contains(kind)) {
            section
                .key(key)
                .mistake(
                    "key '%s' (expected: only with %s, not with %s)"
                        .formatted(key, Words.or(kinds), kind));
          }
        });
    if ((kind.equals("file") || kind.equals("email")) && section.has("timeout")) {
      section.key("timeout").mistake("key 'timeout' (expected: not with " + kind + ")");
    }
  }

  private static @Nullable SinkSettings webhook(Section section, String id) {
    URI address = section.get("webhook", Addresses.SINK);
    String contentType = section.get("content-type", CONTENT_TYPE, "application/json");
    List<String> keys = new ArrayList<>();
    for (String key : List.of("secret", "old-secret")) {
      String read = section.get(key, KEY);
      if (read != null) {
        keys.add(read);
      }
    }
    Template template = section.get("template", template(contentType));
    String authorization = section.get("authorization", HEADER, "");
    Duration timeout = timeout(section, "60s", WebhookSettings.TIMEOUT);
    return address == null
        ? null
        : new WebhookSettings(id, address, keys, authorization, contentType, template, timeout);
  }

  private static @Nullable SinkSettings chat(Section section, String id, Chat chat) {
    URI address = section.get(chat.name().toLowerCase(Locale.ROOT), Addresses.SINK);
    return address == null ? null : chat(section, id, chat, address, "");
  }

  private static SinkSettings chat(
      Section section, String id, Chat chat, URI address, String recipient) {
    String authorization = section.get("authorization", HEADER, "");
    Duration timeout = timeout(section, "60s", WebhookSettings.TIMEOUT);
    return new ChatSettings(id, chat, address, recipient, authorization, timeout);
  }

  private static @Nullable SinkSettings telegram(Section section, String id) {
    String token = section.get("telegram", BOT);
    String room = section.require("chat", ROOM, "");
    URI server = section.get("server", Addresses.SINK, TELEGRAM);
    String root = server.toString().replaceFirst("/+$", "");
    return token == null
        ? null
        : chat(
            section, id, Chat.TELEGRAM, URI.create(root + "/bot" + token + "/sendMessage"), room);
  }

  /** The topic is the path; messages are posted to the server itself. */
  private static @Nullable SinkSettings ntfy(Section section, String id) {
    Format<URI> format =
        new Format<>(
            "the address of a topic, such as https://ntfy.sh/my-topic, without a login",
            text -> {
              URI uri = Addresses.SINK.read(text);
              if (!uri.getPath().matches("/([\\w/-]*/)?[\\w-]{1,64}")) {
                throw Unexpected.secret(
                    "the address of a topic, such as https://ntfy.sh/my-topic, without a login");
              }
              return uri;
            });
    URI topic = section.get("ntfy", format);
    if (topic == null) {
      return null;
    }
    String path = topic.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return chat(section, id, Chat.NTFY, topic.resolve("."), name);
  }

  private @Nullable SinkSettings file(Section section, String id) {
    Path path = section.get("file", Formats.pathFrom(file));
    long max =
        section.get(
            "max-size", Formats.size(1 << 10, 100L << 30, "1KB to 100GB"), FileSettings.MAX_BYTES);
    boolean daily = section.get("daily", Formats.BOOLEAN, false);
    int keep = section.get("keep", Formats.integer(0, 10_000), 0);
    return path == null ? null : new FileSettings(id, path, max, daily, keep);
  }

  private @Nullable SinkSettings command(Section section, String id) {
    List<String> command = new ArrayList<>();
    for (Value item : section.items("exec", "a list: a program and its arguments")) {
      command.add(item.as(Formats.TEXT, ""));
    }
    Duration timeout = timeout(section, "10m", CommandSettings.TIMEOUT);
    if (command.isEmpty()) {
      section.key("exec").mistake("nothing to run (expected: a list: a program and its arguments)");
      return null;
    }
    Path directory = file.resolveSibling("");
    String program = command.get(0);
    if (program.contains("/")) {
      command.set(0, directory.resolve(program).normalize().toString());
    }
    return new CommandSettings(id, command, directory, timeout);
  }

  private static Duration timeout(Section section, String most, Duration otherwise) {
    return section.get("timeout", Formats.duration("1s", most), otherwise);
  }

  private static Format<Template> template(String contentType) {
    return new Format<>(
        "a Mustache template",
        text -> {
          try {
            return Template.compile(text, contentType);
          } catch (IllegalArgumentException e) {
            throw Unexpected.at(0, "not understood", "a Mustache template; " + e.getMessage());
          }
        });
  }

  private static Format<String> secret(String expected, Predicate<String> isRight) {
    return new Format<>(
        expected,
        text -> {
          if (!isRight.test(text)) {
            throw Unexpected.secret(expected);
          }
          return text;
        });
  }
}
