package dev.vedette.sink;

import static dev.vedette.Alerts.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vedette.document.Secrets;
import dev.vedette.stream.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSinkTest {

  private static final String KEY = key("the first key of the two, 32 bytes");
  private static final String OLD = key("the older key of the two, 32 bytes");
  private static final AlertJson JSON = Json.mapper()::valueToTree;

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void anAlertIsAnEventOfCloudEvents() throws Exception {
    var alert = alert().build();

    assertThat(deliver(settings(List.of()), Notification.of(alert)))
        .isEqualTo(new Delivery.Delivered());

    Receiver.Request request = receiver.requests().get(0);
    assertThat(request.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(request.header("webhook-id")).isEqualTo(alert.eventId());
    assertThat(request.header("webhook-signature")).isEmpty();
    JsonNode event = Json.mapper().readTree(request.body());
    assertThat(event.toString())
        .startsWith(
            ("{'specversion':'1.0','id':'"
                    + alert.eventId()
                    + "','source':'/vedette/watchlists/list',"
                    + "'type':'dev.vedette.alert.raised','subject':'shoigu','time':'2026-11-23T12:00:00Z',"
                    + "'dataschema':'vedette.alert/1','datacontenttype':'application/json','data':{'schema':'vedette.alert/1'")
                .replace('\'', '"'));
    assertThat(event.get("data")).isEqualTo(JSON.of(alert));
  }

  @Test
  void aGroupIsAListOfThemEvenIfItIsOne() throws Exception {
    var one = new Notification(Notification.Kind.GROUP, List.of(alert().build()));
    var two =
        new Notification(
            Notification.Kind.DIGEST, List.of(alert().build(), alert().article("b").build()));
    deliver(settings(List.of()), one);
    deliver(settings(List.of()), two);

    assertThat(Json.mapper().readTree(receiver.requests().get(0).body())).hasSize(1);
    assertThat(Json.mapper().readTree(receiver.requests().get(1).body())).hasSize(2);
    assertThat(receiver.requests().get(1).header("webhook-id")).isEqualTo(two.id());
  }

  @Test
  void aReceiverCanTellWhoSentItAndBothKeysSignWhileOneReplacesTheOther() throws Exception {
    long before = Instant.now().getEpochSecond();
    deliver(settings(List.of(KEY, OLD)), Notification.of(alert().build()));

    Receiver.Request request = receiver.requests().get(0);
    String time = request.header("webhook-timestamp");
    assertThat(Long.parseLong(time)).isBetween(before, Instant.now().getEpochSecond());
    String signed = request.header("webhook-id") + "." + time + "." + request.body();
    assertThat(request.header("webhook-signature"))
        .isEqualTo(signature(KEY, signed) + " " + signature(OLD, signed));
  }

  /** The example that the specification's own libraries are tested with. */
  @Test
  void signsAsOthersDo() {
    Signature signature = new Signature(List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    assertThat(
            signature
                .headers(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1614265330),
                    "{\"test\": 2432232314}")
                .get("webhook-signature"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 204 No Content                                        | Delivered[]
          HTTP/1.1 400 Bad Request                                       | Rejected[why=HTTP 400 from HOST: no good]
          HTTP/1.1 422 Unprocessable                                     | Rejected[why=HTTP 422 from HOST: no good]
          HTTP/1.1 410 Gone                                              | Gone[why=HTTP 410 from HOST: no good]
          HTTP/1.1 401 Unauthorized                                      | Postponed[after=null, why=HTTP 401 from HOST: no good]
          HTTP/1.1 404 Not Found                                         | Postponed[after=null, why=HTTP 404 from HOST: no good]
          HTTP/1.1 302 Found\\nLocation: http://elsewhere.example/       | Postponed[after=null, why=HTTP 302 from HOST: no good]
          HTTP/1.1 500 Oh                                                | Postponed[after=null, why=HTTP 500 from HOST: no good]
          HTTP/1.1 503 Busy\\nRetry-After: 120                           | Postponed[after=PT2M, why=HTTP 503 from HOST: no good]
          HTTP/1.1 429 Too Many Requests\\nRetry-After: 7                | Postponed[after=PT7S, why=HTTP 429 from HOST: no good]
          """)
  void whatAnAnswerMeans(String head, String delivery) {
    receiver.answer(head.replace("\\n", "\n"), "no\n good");

    assertThat(deliver(settings(List.of()), Notification.of(alert().build())).toString())
        .isEqualTo(delivery.replace("HOST", receiver.host()));
    assertThat(receiver.requests()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"retry_after": 0.65}                  | PT0.65S
          {"parameters": {"retry_after": 35}}    | PT35S
          {"ok": false}                          |
          """)
  void chatsSayInTheBodyWhenToComeAgain(String body, Duration after) {
    receiver.answer("HTTP/1.1 429 Too Many Requests", body);

    assertThat(deliver(settings(List.of()), Notification.of(alert().build())))
        .isInstanceOfSatisfying(
            Delivery.Postponed.class, it -> assertThat(it.after()).isEqualTo(after));
  }

  @Test
  void nothingThatIsSecretIsInAnyMessage() {
    WebhookSettings settings =
        new WebhookSettings(
            "desk",
            receiver.uri("/services/T0000/path-is-the-key?token=query-key"),
            List.of(KEY),
            "Bearer header-key",
            "application/json",
            null,
            Duration.ofSeconds(5));
    receiver.answer(
        "HTTP/1.1 500 Oh",
        "cannot post to /services/T0000/path-is-the-key?token=query-key with Bearer header-key, "
            + KEY
            + " or filled-in");

    try (AlertSink sink = settings.open(JSON, Secrets.of(List.of("filled-in")))) {
      assertThat(sink.deliver(Notification.of(alert().build())))
          .isEqualTo(
              new Delivery.Postponed(
                  null,
                  "HTTP 500 from "
                      + receiver.host()
                      + ": cannot post to /<secret>/<secret>/<secret>?<secret>=<secret> with"
                      + " <secret>, <secret> or <secret>"));
    }
    assertThat(settings.toString()).isEqualTo("WebhookSettings[id=desk]");
  }

  @Test
  void whereNobodyAnswersItSaysSo() {
    receiver.close();
    assertThat(deliver(settings(List.of()), Notification.of(alert().build())))
        .isEqualTo(new Delivery.Postponed(null, "no connection to " + receiver.host()));
  }

  @Test
  void anAnswerThatDoesNotComeIsWaitedForUntilTheDeadline() {
    CountDownLatch end = new CountDownLatch(1);
    receiver.answer(
        request -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "HTTP/1.1 200 OK\n\n";
        });

    assertThat(deliver(ofOneSecond(), Notification.of(alert().build())))
        .isEqualTo(new Delivery.Postponed(null, "no answer within 1 s from " + receiver.host()));
    end.countDown();
  }

  /** What was taken is taken: to send it again would tell it twice. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK                 | Delivered[]
          HTTP/1.1 410 Gone               | Gone[why=HTTP 410 from HOST: well]
          HTTP/1.1 503 Busy               | Postponed[after=null, why=HTTP 503 from HOST: well]
          """)
  void theStatusDecidesHoweverTheBodyEnds(String head, String delivery) {
    String expected = delivery.replace("HOST", receiver.host());
    receiver.answer(head, "well");
    receiver.breakOff();
    assertThat(deliver(ofOneSecond(), Notification.of(alert().build()))).hasToString(expected);

    receiver.drip();
    assertThat(deliver(ofOneSecond(), Notification.of(alert().build()))).hasToString(expected);
  }

  @Test
  void aConnectionWhoseAnswerWasReadToItsEndServesTheNextToo() {
    receiver.answer("HTTP/1.1 200 OK", "taken");
    try (AlertSink sink = settings(List.of()).open(JSON, Secrets.NONE)) {
      sink.deliver(Notification.of(alert().build()));
      sink.deliver(Notification.of(alert().build()));
      assertThat(receiver.connections()).isEqualTo(1);

      receiver.answer("HTTP/1.1 200 OK", "x".repeat(100_000));
      assertThat(sink.deliver(Notification.of(alert().build())))
          .isEqualTo(new Delivery.Delivered());
      sink.deliver(Notification.of(alert().build()));
      assertThat(receiver.connections()).isEqualTo(2);
    }
  }

  private WebhookSettings ofOneSecond() {
    return new WebhookSettings(
        "desk", receiver.uri("/"), List.of(), "", "application/json", null, Duration.ofSeconds(1));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          application/json | {"text": "{{title}}: {{article.title}}"}        | {"text": "Sergei Shoigu: \\"<b>\\" & so"}
          text/html        | <p>{{article.title}}                            | <p>&quot;&lt;b&gt;&quot; &amp; so
          text/plain       | {{article.title}} / {{severity}}                | "<b>" & so / high
          text/plain       | {{count}}:{{#alerts}} {{article.id}}{{/alerts}} | 2: a b
          application/json | {{{article.title}}}                             | "<b>" & so
          text/plain       | {{no.such}}{{^silenced}}loud{{/silenced}}       | loud
          application/x-www-form-urlencoded | text={{article.title}}         | text=%22%3Cb%3E%22+%26+so
          """)
  void aTemplateMakesTheBody(String type, String template, String body) {
    WebhookSettings settings =
        new WebhookSettings(
            "desk",
            receiver.uri("/"),
            List.of(),
            "",
            type,
            Template.compile(template, type),
            Duration.ofSeconds(5));

    deliver(
        settings,
        new Notification(
            Notification.Kind.GROUP,
            List.of(alert().headline("\"<b>\" & so").build(), alert().article("b").build())));
    assertThat(receiver.requests().get(0).body()).isEqualTo(body);
    assertThat(receiver.requests().get(0).header("content-type")).startsWith(type);
  }

  @Test
  void aTemplateThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Template.compile("{{#alerts}}\n{{title}}", "text/plain"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Section missing close tag 'alerts' @ line 1");
  }

  private WebhookSettings settings(List<String> keys) {
    return new WebhookSettings(
        "desk", receiver.uri("/"), keys, "", "application/json", null, Duration.ofSeconds(5));
  }

  private static Delivery deliver(WebhookSettings settings, Notification notification) {
    try (AlertSink sink = settings.open(JSON, Secrets.NONE)) {
      return sink.deliver(notification);
    }
  }

  private static String key(String bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes.getBytes(UTF_8));
  }

  private static String signature(String key, String signed) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring(6)), "HmacSHA256"));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }
}
