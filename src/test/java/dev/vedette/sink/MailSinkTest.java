package dev.vedette.sink;

import static dev.vedette.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.vedette.alert.Alert;
import dev.vedette.document.Secrets;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Against a real mail server on loopback. */
class MailSinkTest {

  private static final String PASSWORD = "hunter2-of-the-desk";

  private GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void anAlertIsALetterInTextAndInHtml() throws Exception {
    start();
    Alert alert = alert().headline("<b>Визит</b> & \"so\"").snippet("쇼이구가 왔다.").build();
    assertThat(deliver(Notification.of(alert))).isEqualTo(new Delivery.Delivered());

    MimeMessage letter = server.getReceivedMessages()[0];
    assertThat(letter.getSubject()).isEqualTo("[HIGH] Sergei Shoigu: <b>Визит</b> & \"so\"");
    assertThat(letter.getFrom()[0]).hasToString("vedette@paper.example");
    assertThat(letter.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("desk@paper.example", "night@paper.example");
    assertThat(header(letter, "Message-ID"))
        .isEqualTo("<story." + alert.story().id() + "@paper.example>");
    assertThat(header(letter, "References")).isEmpty();
    assertThat(header(letter, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(part(letter, 0))
        .isEqualTo(
            """
            [HIGH] Sergei Shoigu
            wire, en: <b>Визит</b> & "so"
            https://wire.example/a
            쇼이구가 왔다.
            list/shoigu
            """);
    assertThat(part(letter, 1))
        .isEqualTo(
            """
            <!doctype html>
            <html><body style="font-family: sans-serif">
            <p dir="auto"><b>[HIGH] Sergei Shoigu</b><br>
            wire, en: <a href="https://wire.example/a">&lt;b&gt;Визит&lt;/b&gt; &amp; &quot;so&quot;</a><br>
            쇼이구가 왔다.<br>
            list/shoigu</p>
            </body></html>
            """);
  }

  @Test
  void whatFollowsAnswersTheFirstLetterOfItsStory() throws Exception {
    start();
    Alert first = alert().build();
    Alert copy = alert().type(Alert.Type.UPDATED).article("b").build();
    deliver(Notification.of(first));
    deliver(Notification.of(copy));
    deliver(Notification.of(copy));

    String story = "<story." + first.story().id() + "@paper.example>";
    MimeMessage answer = server.getReceivedMessages()[1];
    assertThat(answer.getSubject()).isEqualTo("[HIGH] again: Sergei Shoigu: Visit");
    assertThat(header(answer, "In-Reply-To")).isEqualTo(story);
    assertThat(header(answer, "References")).isEqualTo(story);
    assertThat(header(answer, "Message-ID"))
        .isEqualTo("<event." + copy.eventId() + "@paper.example>")
        .isEqualTo(header(server.getReceivedMessages()[2], "Message-ID"));
  }

  @Test
  void aDigestIsOneLetter() throws Exception {
    start();
    deliver(
        new Notification(
            Notification.Kind.DIGEST,
            List.of(alert().build(), alert().id("x").headline("Another").build())));

    MimeMessage digest = server.getReceivedMessages()[0];
    assertThat(digest.getSubject()).isEqualTo("[Vedette] Digest: 2 alerts, the most urgent HIGH");
    assertThat(header(digest, "References")).isEmpty();
    assertThat(part(digest, 0)).contains("Visit", "Another", "On Tuesday Sergei Shoigu flew.");
  }

  @Test
  void aHeadlineCannotAddAHeader() throws Exception {
    start();
    deliver(Notification.of(alert().headline("x\r\nBcc: all@evil.example").build()));

    MimeMessage letter = server.getReceivedMessages()[0];
    assertThat(letter.getSubject()).isEqualTo("[HIGH] Sergei Shoigu: x Bcc: all@evil.example");
    assertThat(server.getReceivedMessages()).as("one for each recipient").hasSize(2);
    assertThat(header(letter, "Bcc")).isEmpty();
  }

  @Test
  void aLoginIsMadeOverTlsOnly() throws Exception {
    server = new GreenMail(ServerSetup.SMTPS.dynamicPort());
    start();
    server.setUser("vedette", PASSWORD);
    Properties selfSigned = new Properties();
    selfSigned.setProperty("mail.smtp.ssl.trust", "*");
    selfSigned.setProperty("mail.smtp.ssl.checkserveridentity", "false");
    MailSettings settings =
        settings(server.getSmtps().getPort(), MailSettings.Security.TLS, "vedette", PASSWORD);

    assertThat(
            new MailSink(settings, Secrets.NONE, selfSigned)
                .deliver(Notification.of(alert().build())))
        .isEqualTo(new Delivery.Delivered());
    assertThat(new MailSink(settings, Secrets.NONE).deliver(Notification.of(alert().build())))
        .as("a certificate that nobody vouches for")
        .isInstanceOfSatisfying(
            Delivery.Postponed.class,
            it -> assertThat(it.why()).contains("valid certification path"));
    assertThat(settings.toString()).doesNotContain(PASSWORD);
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    start();
    server.setUser("vedette", "another");
    MailSettings settings =
        settings(server.getSmtp().getPort(), MailSettings.Security.NONE, "vedette", PASSWORD);

    assertThat(new MailSink(settings, Secrets.NONE).deliver(Notification.of(alert().build())))
        .isEqualTo(
            new Delivery.Postponed(null, "login refused by 127.0.0.1:" + settings.server().port()));
  }

  @Test
  void nothingIsSentInTheClearWhereTlsWasAskedFor() {
    start();
    MailSettings settings =
        settings(server.getSmtp().getPort(), MailSettings.Security.STARTTLS, "", "");

    assertThat(new MailSink(settings, Secrets.NONE).deliver(Notification.of(alert().build())))
        .isEqualTo(
            new Delivery.Postponed(
                null,
                "mail not taken by "
                    + settings.server()
                    + ": STARTTLS is required but host does not support STARTTLS"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsAskedAgain() {
    start();
    int port = server.getSmtp().getPort();
    server.stop();
    assertThat(
            new MailSink(settings(port, MailSettings.Security.NONE, "", ""), Secrets.NONE)
                .deliver(Notification.of(alert().build())))
        .isInstanceOf(Delivery.Postponed.class);
  }

  @Test
  void aDeadAddressKeepsTheLetterFromNoOther() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(MailSink.class);
    logger.setLevel(Level.WARN);
    logger.addAppender(log);
    try (PostOffice office = new PostOffice()) {
      office.dead("desk@paper.example");
      assertThat(deliver(office)).isEqualTo(new Delivery.Delivered());
      assertThat(office.letters()).hasSize(1);
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .containsExactly(
              "mail not taken for some, the others have it sink=mail"
                  + " not-reached=[desk@paper.example] why=mail not taken by 127.0.0.1:"
                  + office.port()
                  + ": 550 no such user");

      office.dead("desk@paper.example", "night@paper.example");
      assertThat(deliver(office))
          .isEqualTo(
              new Delivery.Postponed(
                  null, "mail not taken by 127.0.0.1:" + office.port() + ": 550 no such user"));
      assertThat(office.letters()).hasSize(1);
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }
  }

  @Test
  void aLetterThatWasTakenHasArrivedHoweverTheConnectionEnds() throws Exception {
    try (PostOffice office = new PostOffice()) {
      office.breakOff();
      assertThat(deliver(office)).isEqualTo(new Delivery.Delivered());
      office.answer("552 too large");
      assertThat(deliver(office)).isInstanceOf(Delivery.Rejected.class);
    }
  }

  private static Delivery deliver(PostOffice office) {
    return new MailSink(settings(office.port(), MailSettings.Security.NONE, "", ""), Secrets.NONE)
        .deliver(Notification.of(alert().build()));
  }

  private void start() {
    server.start();
  }

  private Delivery deliver(Notification notification) {
    return new MailSink(
            settings(server.getSmtp().getPort(), MailSettings.Security.NONE, "", ""), Secrets.NONE)
        .deliver(notification);
  }

  private static MailSettings settings(
      int port, MailSettings.Security security, String user, String password) {
    return new MailSettings(
        "mail",
        List.of("desk@paper.example", "night@paper.example"),
        "vedette@paper.example",
        new MailSettings.Server("127.0.0.1", port, security, user, password));
  }

  private static String header(MimeMessage letter, String name) throws Exception {
    String[] values = letter.getHeader(name);
    return values == null ? "" : String.join(",", values);
  }

  private static String part(MimeMessage letter, int number) throws Exception {
    return String.valueOf(((MimeMultipart) letter.getContent()).getBodyPart(number).getContent())
        .replace("\r\n", "\n");
  }
}
