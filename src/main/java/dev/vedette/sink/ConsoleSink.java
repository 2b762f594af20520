package dev.vedette.sink;

import java.io.PrintStream;

/** Alerts on a terminal, as {@link AlertText} words them. */
public final class ConsoleSink implements AlertSink {

  private final PrintStream out;
  private final AlertText text;

  /**
   * @param out stays open
   */
  public ConsoleSink(PrintStream out, AlertText text) {
    this.out = out;
    this.text = text;
  }

  @Override
  public Delivery deliver(Notification notification) {
    notification.alerts().forEach(alert -> out.println(text.of(alert)));
    return out.checkError()
        ? new Delivery.Rejected("the terminal is gone")
        : new Delivery.Delivered();
  }
}
