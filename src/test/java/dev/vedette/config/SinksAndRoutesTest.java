package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vedette.alert.Alert;
import dev.vedette.route.Digest;
import dev.vedette.route.GroupBy;
import dev.vedette.route.QuietHours;
import dev.vedette.route.Route;
import dev.vedette.route.Selection;
import dev.vedette.sink.Chat;
import dev.vedette.sink.ChatSettings;
import dev.vedette.sink.CommandSettings;
import dev.vedette.sink.FileSettings;
import dev.vedette.sink.MailSettings;
import dev.vedette.sink.SinkSettings;
import dev.vedette.sink.WebhookSettings;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinksAndRoutesTest {

  private static final String SOURCES = "\nsources: [{id: wire, feed: 'demo:wire.xml'}]\n";
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Map<String, String> ENVIRONMENT = Map.of("KEY", KEY, "SECRET", "hunter2");

  @TempDir Path home;

  @Test
  void everyKeyIsRead() throws IOException {
    Config config =
        read(
            """
            sinks:
              - id: desk
                webhook: https://desk.example/hook?k=1
                secret: ${env:KEY}
                old-secret: whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                authorization: Bearer ${env:SECRET}
                timeout: 3s
              - {id: plain, webhook: "http://10.0.0.1:8080/"}
              - {id: asleep, webhook: "https://x.example/", enabled: false}
            routes:
              - sinks: [desk, plain]
                watchlists: [arms]
                entries: [shoigu]
                severity: high
                tags: [a b]
                types: [raised]
                group-by: story
                group-wait: 30s
                group-interval: 5m
                quiet: [{from: 22:00, to: 07:00}, {days: [saturday, sunday]}]
                urgent: critical
                zone: Asia/Seoul
              - {sinks: [desk], digest: {every: weekly, at: 09:30, on: friday}, zone: UTC}
              - {sinks: [plain], repeat-interval: 1h}
            """);

    assertThat(config.sinks()).extracting(SinkSettings::id).containsExactly("desk", "plain");
    assertThat(config.sinks().get(0))
        .isEqualTo(
            new WebhookSettings(
                "desk",
                URI.create("https://desk.example/hook?k=1"),
                List.of(KEY, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                "Bearer hunter2",
                "application/json",
                null,
                Duration.ofSeconds(3)));
    ZoneId seoul = ZoneId.of("Asia/Seoul");
    Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
    assertThat(config.routes().get(0))
        .isEqualTo(
            new Route(
                Set.of("desk", "plain"),
                new Selection(
                    Set.of("arms"),
                    Set.of("shoigu"),
                    Severity.HIGH,
                    Set.of("a b"),
                    Set.of(Alert.Type.RAISED)),
                GroupBy.STORY,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ZERO,
                null,
                new QuietHours(
                    List.of(
                        new QuietHours.Period(LocalTime.of(22, 0), LocalTime.of(7, 0), all),
                        new QuietHours.Period(
                            LocalTime.MIDNIGHT,
                            LocalTime.MIDNIGHT,
                            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))),
                    seoul,
                    Severity.CRITICAL)));
    assertThat(config.routes().get(1).digest())
        .isEqualTo(
            new Digest(
                Digest.Every.WEEKLY, LocalTime.of(9, 30), DayOfWeek.FRIDAY, ZoneId.of("UTC")));
    assertThat(config.routes().get(2).repeatInterval()).isEqualTo(Duration.ofHours(1));
    assertThat(config.routesTo(config.sinks().get(0)))
        .containsExactly(config.routes().get(0), config.routes().get(1));
  }

  @Test
  void everyKindOfSinkIsRead() throws IOException {
    Config config =
        read(
            """
            sinks:
              - {id: a, slack: "https://hooks.example/services/T/B/x"}
              - {id: b, teams: "https://flows.example/x", timeout: 20s}
              - {id: c, discord: "https://discord.example/api/webhooks/1/x"}
              - {id: d, telegram: "1:aaaaaaaaaaaaaaaaaaaaaaaa", chat: "@desk"}
              - {id: e, telegram: "1:aaaaaaaaaaaaaaaaaaaaaaaa", chat: -100, server: "http://bots.lan/"}
              - {id: f, mattermost: "https://chat.example/hooks/x"}
              - {id: g, ntfy: "https://ntfy.example/sub/desk", authorization: "Bearer x"}
              - {id: j, email: [a@b.example, c@d.example], from: v@b.example, smtp: {host: mail.b.example}}
              - {id: k, email: [a@b.example], from: v@b.example, smtp: {host: "::1", port: 26, security: none, user: u, password: "${env:SECRET}"}}
              - {id: h, file: ../alerts.jsonl, max-size: 1MB, daily: true, keep: 7}
              - {id: i, exec: [bin/tell, --quietly, 3], timeout: 5m}
            """);
    Duration ten = Duration.ofSeconds(10);

    assertThat(config.sinks())
        .containsExactly(
            chat("a", Chat.SLACK, "https://hooks.example/services/T/B/x", ""),
            new ChatSettings(
                "b",
                Chat.TEAMS,
                URI.create("https://flows.example/x"),
                "",
                "",
                Duration.ofSeconds(20)),
            chat("c", Chat.DISCORD, "https://discord.example/api/webhooks/1/x", ""),
            chat(
                "d",
                Chat.TELEGRAM,
                "https://api.telegram.org/bot1:aaaaaaaaaaaaaaaaaaaaaaaa/sendMessage",
                "@desk"),
            chat(
                "e",
                Chat.TELEGRAM,
                "http://bots.lan/bot1:aaaaaaaaaaaaaaaaaaaaaaaa/sendMessage",
                "-100"),
            chat("f", Chat.MATTERMOST, "https://chat.example/hooks/x", ""),
            new ChatSettings(
                "g", Chat.NTFY, URI.create("https://ntfy.example/sub/"), "desk", "Bearer x", ten),
            new MailSettings(
                "j",
                List.of("a@b.example", "c@d.example"),
                "v@b.example",
                new MailSettings.Server(
                    "mail.b.example", 587, MailSettings.Security.STARTTLS, "", "")),
            new MailSettings(
                "k",
                List.of("a@b.example"),
                "v@b.example",
                new MailSettings.Server("::1", 26, MailSettings.Security.NONE, "u", "hunter2")),
            new FileSettings("h", home.resolveSibling("alerts.jsonl"), 1 << 20, true, 7),
            new CommandSettings(
                "i",
                List.of(home.resolve("bin/tell").toString(), "--quietly", "3"),
                home,
                Duration.ofMinutes(5)));
  }

  private static ChatSettings chat(String id, Chat chat, String address, String recipient) {
    return new ChatSettings(id, chat, URI.create(address), recipient, "", Duration.ofSeconds(10));
  }

  @Test
  void aSinkThatNoRouteNamesIsToldOfEverything() throws IOException {
    Config config = read("sinks: [{id: a, webhook: 'https://a.example/'}]");

    assertThat(config.routesTo(config.sinks().get(0))).containsExactly(Route.everything("a"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          sinks: {console: {last: 1}}                    | 1:8: sinks: a mapping (expected: a list of sinks, each with an id)
          sinks: [{id: a}]                               | 1:9: sinks[0]: says not where to (expected: webhook, slack, teams, discord, telegram, mattermost, ntfy, email, file or exec)
          sinks: [{id: a, slack: 'http://a/', ntfy: 'http://b/c'}] | 1:37: sinks[0]: slack and ntfy (expected: only one of them)
          sinks: [{id: a, slack: 'http://a/', keep: 3}]  | 1:37: sinks[0]: key 'keep' (expected: only with file, not with slack)
          sinks: [{id: a, file: x, timeout: 3s}]         | 1:26: sinks[0]: key 'timeout' (expected: not with file)
          sinks: [{id: a, telegram: hunter2, chat: 1}]   | 1:27: sinks[0].telegram: <secret> (expected: a bot's token, digits, a colon and letters, as BotFather gives it)
          sinks: [{id: a, ntfy: 'https://ntfy.sh/'}]     | 1:23: sinks[0].ntfy: <secret> (expected: the address of a topic, such as https://ntfy.sh/my-topic, without a login)
          sinks: [{id: a, email: [b@c], from: d, smtp: {host: e}}] | 1:37: sinks[0].from: 'd' (expected: an address such as desk@paper.example)
          sinks: [{id: a, email: [b@c], from: d@e}]      | 1:9: sinks[0]: smtp is missing (expected: keys: host, port, security, user or password)
          sinks: [{id: a, email: [b@c], from: d@e, smtp: {host: f, user: g}}] | 1:48: sinks[0].smtp: user without password, or the reverse (expected: both or none)
          sinks: [{id: a, email: [], from: d@e, smtp: {host: f}}] | 1:17: sinks[0]: nobody to write to (expected: a list of addresses)
          sinks: [{id: a, exec: []}]                     | 1:17: sinks[0]: nothing to run (expected: a list: a program and its arguments)
          sinks: [{webhook: 'http://a.example/'}]        | 1:9: sinks[0]: id is missing (expected: lower-case letters, digits and hyphens)
          sinks: [{id: a, webhook: 'a.example/secret'}]  | 1:26: sinks[0].webhook: <secret> (expected: an address that starts with http:// or https://, without a login)
          sinks: [{id: a, webhook: 'https://u:pw@a.example/'}] | 1:26: sinks[0].webhook: <secret> (expected: an address that starts with http:// or https://, without a login)
          sinks: [{id: a, webhook: '${env:SECRET}'}]     | 1:26: sinks[0].webhook: <secret> (expected: an address that starts with http:// or https://, without a login)
          sinks: [{id: a, webhook: 'http://a/', secret: hunter2}] | 1:47: sinks[0].secret: <secret> (expected: whsec_ and 24 to 64 bytes in base64, as `echo whsec_$(openssl rand -base64 32)` makes it)
          sinks: [{id: a, webhook: 'http://a/', template: '{{#x}}'}] | 1:49: sinks[0].template: not understood (expected: a Mustache template; Section missing close tag 'x' @ line 1)
          sinks: [{id: a, webhook: 'http://a/', content-type: json}] | 1:53: sinks[0].content-type: 'json' (expected: a type such as application/json)
          routes: [{sinks: [dsk]}]                       | 1:19: routes[0].sinks[0]: 'dsk' (expected: the id of a sink; did you mean desk?)
          routes: [{severity: high}]                     | 1:10: routes[0]: sinks is missing (expected: a list of ids of sinks)
          routes: [{sinks: [desk], severity: urgent}]    | 1:36: routes[0].severity: 'urgent' (expected: low, medium, high or critical)
          routes: [{sinks: [desk], group-wait: 1m}]      | 1:26: routes[0]: key 'group-wait' (expected: only with group-by)
          routes: [{sinks: [desk], digest: {every: daily}, repeat-interval: 1m}] | 1:50: routes[0]: key 'repeat-interval' (expected: not with digest, which says when)
          routes: [{sinks: [desk], group-by: entry, repeat-interval: 1m}] | 1:43: routes[0]: key 'repeat-interval' (expected: not with group-by; group-interval is like it)
          routes: [{sinks: [desk], digest: {}}]          | 1:34: routes[0].digest: every is missing (expected: hourly, daily or weekly)
          routes: [{sinks: [desk], digest: {every: daily, on: monday}}] | 1:49: routes[0].digest: key 'on' (expected: only with every: weekly)
          routes: [{sinks: [desk], digest: {every: daily, at: 8 am}}]   | 1:53: routes[0].digest.at: '8 am' (expected: a time of day such as 08:00)
          routes: [{sinks: [desk], urgent: high}]        | 1:26: routes[0]: key 'urgent' (expected: only with quiet)
          routes: [{sinks: [desk], quiet: [{days: [sun]}]}] | 1:42: routes[0].quiet[0].days[0]: 'sun' (expected: monday, tuesday, wednesday, thursday, friday, saturday or sunday)
          routes: [{sinks: [desk], zone: Europe/Berln}]  | 1:32: routes[0].zone: 'Europe/Berln' (expected: a time zone such as Europe/Berlin or UTC; did you mean Europe/Berlin?)
          """)
  void aMistakeIsNamedWithItsPlaceAndTheExpectation(String yaml, String expected) {
    String sinks = yaml.startsWith("sinks") ? "" : "\nsinks: [{id: desk, webhook: 'http://a/'}]";
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml + sinks));
    assertThat(e == null ? "none" : e.getMessage().replace(home + "/", ""))
        .isEqualTo("vedette.yaml:" + expected);
  }

  private Config read(String yaml) throws IOException {
    Path file = Files.writeString(home.resolve("vedette.yaml"), yaml + SOURCES);
    return ConfigReader.read(file, ENVIRONMENT);
  }
}
