package dev.vedette.sink;

/** What became of an alert that was handed to a sink. */
public sealed interface Delivery {

  /** It has arrived. */
  record Delivered() implements Delivery {}

  /** It has not arrived and never will: the destination refuses it. */
  record Rejected(String why) implements Delivery {}
}
