package dev.vedette.sink;

import dev.vedette.document.Secrets;

/** What the configuration says of a sink. Its text names the sink only: the rest may be secret. */
public sealed interface SinkSettings
    permits WebhookSettings, ChatSettings, MailSettings, FileSettings, CommandSettings {

  /** The name of the sink, by which routes and messages know it. */
  String id();

  /** What kind of sink it is, as the configuration calls it. */
  String kind();

  /** How many deliveries may run at once. */
  int parallel();

  /**
   * The sink itself; nothing is connected yet.
   *
   * @param json the form of alerts
   * @param secrets what no message may show, besides the sink's own
   */
  AlertSink open(AlertJson json, Secrets secrets);
}
