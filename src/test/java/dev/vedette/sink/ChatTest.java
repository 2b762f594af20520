package dev.vedette.sink;

import static dev.vedette.Alerts.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.alert.Alert;
import dev.vedette.document.Secrets;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      textBlock =
          """
          SLACK      | text    | *[HIGH] Sergei Shoigu*/wire, en: <https://wire.example/a|Visit>/On Tuesday Sergei Shoigu flew./list/shoigu
          TELEGRAM   | text    | <b>[HIGH] Sergei Shoigu</b>/wire, en: <a href="https://wire.example/a">Visit</a>/On Tuesday Sergei Shoigu flew./list/shoigu
          DISCORD    | content | **\\[HIGH\\] Sergei Shoigu**/wire, en\\: [Visit](https://wire.example/a)/On Tuesday Sergei Shoigu flew\\./list/shoigu
          MATTERMOST | text    | **\\[HIGH\\] Sergei Shoigu**/wire, en\\: [Visit](https://wire.example/a)/On Tuesday Sergei Shoigu flew\\./list/shoigu
          NTFY       | message | [HIGH] Sergei Shoigu/wire, en: Visit/https://wire.example/a/On Tuesday Sergei Shoigu flew./list/shoigu
          """)
  void anAlertInTheChatsOwnMarkup(Chat chat, String field, String expected) {
    assertThat(message(chat, alert().build()).get(field).asText().replace('\n', '/'))
        .isEqualTo(expected.replace("\\\\", "\\"));
  }

  /** What an article says must neither look like ours nor call anybody. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      textBlock =
          """
          SLACK      | <!channel> & <http://evil.example|here>  | &lt;!channel&gt; &amp; &lt;http://evil.example|here&gt;
          TELEGRAM   | <b>&amp;</b>                             | &lt;b&gt;&amp;amp;&lt;/b&gt;
          DISCORD    | *_~`|>#[a](b)<@1>-1.                      | \\*\\_\\~\\`\\|\\>\\#\\[a\\]\\(b\\)\\<@1\\>\\-1\\.
          DISCORD    | back\\slash                              | back\\\\slash
          MATTERMOST | @all *b* [a](b) :skull: 1. x             | @\u200ball \\*b\\* \\[a\\]\\(b\\) \\:skull\\: 1\\. x
          NTFY       | <b>*as it is*</b>                        | <b>*as it is*</b>
          """)
  void wordsOfOthersAreEscaped(Chat chat, String snippet, String expected) {
    assertThat(text(message(chat, alert().snippet(snippet.replace("\\\\", "\\")).build())))
        .contains(
            "\n" + expected.replace("\\\\", "\\").replace("back\\slash", "back\\\\slash") + "\n");
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void addressesThatNobodyShouldFollowAreNoLinks(Chat chat) {
    for (String url :
        List.of(
            "javascript:alert(1)", "", "https://a.example/" + "x".repeat(5_000), "http://a b")) {
      String message = message(chat, alert().url(url).build()).toString();
      assertThat(message).contains("Visit").doesNotContain("javascript", "xxxx", "http://a b");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      textBlock =
          """
          SLACK      | https://a.example/a|b>c    | <https://a.example/a%7Cb&gt;c|Visit>
          TELEGRAM   | https://a.example/"onx="&b | <a href="https://a.example/%22onx=%22&amp;b">Visit</a>
          DISCORD    | https://a.example/a)b(<c>  | [Visit](https://a.example/a%29b%28%3Cc%3E)
          MATTERMOST | https://a.example/\\)      | [Visit](https://a.example/%5C%29)
          """)
  void anAddressDoesNotEndItsLink(Chat chat, String url, String expected) {
    assertThat(text(message(chat, alert().url(url.replace("\\\\", "\\")).build())))
        .contains(expected);
  }

  /** Long, of signs that double when they are escaped, of characters of two units or four bytes. */
  static Stream<Alert> monsters() {
    return Stream.of("&<>*_", "\\`[](", "😀𠮷", "한국어", "a\u0301 ", "\u202e\u0007x")
        .map(
            piece ->
                alert()
                    .title(piece.repeat(200))
                    .headline(piece.repeat(2_000))
                    .snippet(piece.repeat(2_000))
                    .url("https://a.example/" + "(".repeat(900))
                    .build());
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK, 4000",
    "TELEGRAM, 4096",
    "DISCORD, 2000",
    "MATTERMOST, 16383",
    "NTFY, 4096",
    "TEAMS, 28000"
  })
  void nothingIsLongerThanTheChatTakes(Chat chat, int most) {
    monsters()
        .forEach(
            monster -> {
              for (int count : new int[] {1, 2, 40, 200}) {
                List<Alert> alerts = IntStream.range(0, count).mapToObj(n -> monster).toList();
                JsonNode one =
                    chat.message(new Notification(Notification.Kind.DIGEST, alerts), "room");
                assertThat(length(chat, one)).isLessThanOrEqualTo(most).isPositive();
                assertThat(one.toString()).contains(count > 40 ? " more" : "Digest");
              }
              JsonNode one = message(chat, monster);
              assertThat(length(chat, one)).isLessThanOrEqualTo(most);
              assertThat(one.toString()).doesNotContain("\u202e").doesNotContain("\\u0007");
              assertThat(UTF_8.newEncoder().canEncode(text(one))).as("no half characters").isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "RAISED, [HIGH] Sergei Shoigu",
    "UPDATED, [HIGH] again: Sergei Shoigu",
    "CORRECTED, [HIGH] corrected: Sergei Shoigu",
    "WITHDRAWN, [HIGH] withdrawn: Sergei Shoigu",
    "SUMMARY, [HIGH] more: Sergei Shoigu"
  })
  void whatHappenedStandsBeforeTheTitle(Alert.Type type, String title) {
    assertThat(Wording.title(alert().type(type).build(), 100)).isEqualTo(title);
  }

  @Test
  void aGroupIsListedAndItsEndIsCounted() {
    List<Alert> alerts =
        List.of(
            alert().headline("One").build(),
            alert().headline("Two").type(Alert.Type.UPDATED).severity(Severity.CRITICAL).build());

    assertThat(text(Chat.NTFY.message(new Notification(Notification.Kind.GROUP, alerts), "t")))
        .isEqualTo(
            """
            2 alerts together, the most urgent CRITICAL

            [HIGH] Sergei Shoigu
            wire, en: One
            https://wire.example/a
            list/shoigu

            [CRITICAL] again: Sergei Shoigu
            wire, en: Two
            https://wire.example/a
            list/shoigu\
            """);
    List<Alert> many = IntStream.range(0, 100).mapToObj(n -> alert().build()).toList();
    assertThat(text(Chat.DISCORD.message(new Notification(Notification.Kind.DIGEST, many), "")))
        .startsWith("**Digest\\: 100 alerts, the most urgent HIGH**\n\n")
        .matches("(?s).*\n\n… and \\d+ more");
  }

  @Test
  void whatEachServiceWantsBesides() {
    assertThat(message(Chat.DISCORD, alert().build()).get("allowed_mentions").toString())
        .isEqualTo("{\"parse\":[]}");
    JsonNode telegram = message(Chat.TELEGRAM, alert().build());
    assertThat(telegram.get("chat_id").asText()).isEqualTo("room");
    assertThat(telegram.get("parse_mode").asText()).isEqualTo("HTML");
    JsonNode ntfy = message(Chat.NTFY, alert().severity(Severity.CRITICAL).build());
    assertThat(ntfy.get("topic").asText()).isEqualTo("room");
    assertThat(ntfy.get("title").asText()).isEqualTo("[CRITICAL] Sergei Shoigu");
    assertThat(ntfy.get("priority").asInt()).isEqualTo(5);
    assertThat(ntfy.get("click").asText()).isEqualTo("https://wire.example/a");
  }

  @Test
  void aCardOfTeamsHoldsRunsOfTextThatMeanNothingElse() {
    JsonNode card = message(Chat.TEAMS, alert().headline("**bold** [a](b)").build());

    assertThat(card.get("type").asText()).isEqualTo("message");
    assertThat(card.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode body = card.at("/attachments/0/content/body");
    assertThat(body.findValuesAsText("type"))
        .containsOnly("RichTextBlock", "TextRun", "Action.OpenUrl");
    assertThat(body.findValuesAsText("text"))
        .containsExactly(
            "[HIGH] Sergei Shoigu",
            "wire, en: ",
            "**bold** [a](b)",
            "On Tuesday Sergei Shoigu flew.",
            "list/shoigu");
    assertThat(body.findValuesAsText("url")).containsExactly("https://wire.example/a");
  }

  @Test
  void theServiceIsAskedAtItsAddressWithItsKey() {
    try (Receiver receiver = new Receiver();
        AlertSink sink =
            new ChatSettings(
                    "phone",
                    Chat.NTFY,
                    receiver.uri("/"),
                    "alerts",
                    "Bearer token-of-ntfy",
                    Duration.ofSeconds(5))
                .open(Json.mapper()::valueToTree, Secrets.NONE)) {
      assertThat(sink.deliver(Notification.of(alert().build())))
          .isEqualTo(new Delivery.Delivered());
      Receiver.Request request = receiver.requests().get(0);
      assertThat(request.target()).isEqualTo("/");
      assertThat(request.header("authorization")).isEqualTo("Bearer token-of-ntfy");
      assertThat(request.header("content-type")).isEqualTo("application/json; charset=UTF-8");

      receiver.answer("HTTP/1.1 403 Forbidden", "no token-of-ntfy");
      assertThat(sink.deliver(Notification.of(alert().build())))
          .isEqualTo(
              new Delivery.Postponed(null, "HTTP 403 from " + receiver.host() + ": no <secret>"));
    }
  }

  private static JsonNode message(Chat chat, Alert alert) {
    return chat.message(Notification.of(alert), "room");
  }

  private static String text(JsonNode message) {
    for (String field : List.of("text", "content", "message")) {
      if (message.path(field).isTextual()) {
        return message.get(field).asText();
      }
    }
    return message.toString();
  }

  private static int length(Chat chat, JsonNode message) {
    Map<Chat, String> bytes = Map.of(Chat.NTFY, text(message), Chat.TEAMS, message.toString());
    return bytes.containsKey(chat)
        ? bytes.get(chat).getBytes(UTF_8).length
        : text(message).length();
  }
}
