package io.github.teapeer.client.platform;

import io.github.teapeer.jso.value.Dictionary;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What other peers and the server can make a peer hold at most. The glue of {@code peer.js} has the
 * same defaults.
 */
public interface Limits extends JSObject {
  /**
   * Limits with their defaults.
   *
   * @return limits of the caller's own
   */
  @JSBody(
      script =
          "return {connections: 1000, pendingConnections: 64, pendingTime: 120000,"
              + " pendingMessages: 256, signalSize: 1048576, waitingMessages: 1024,"
              + " messageSize: 1342177280, incompleteMessages: 256, incompleteTime: 60000};")
  static Limits defaults() {
    Limits limits = Dictionary.create(Limits.class);
    limits.setConnections(1000);
    limits.setPendingConnections(64);
    limits.setPendingTime(120_000);
    limits.setPendingMessages(256);
    limits.setSignalSize(1 << 20);
    limits.setWaitingMessages(1024);
    limits.setMessageSize(5 << 28);
    limits.setIncompleteMessages(256);
    limits.setIncompleteTime(60_000);
    return limits;
  }

  /**
   * The number of connections that other peers made and that have not ended. What is offered beyond
   * is refused.
   *
   * @return the number; 1000 by default
   */
  @JSProperty
  int getConnections();

  /**
   * Sets what {@link #getConnections} answers.
   *
   * @param connections the number
   */
  @JSProperty
  void setConnections(int connections);

  /**
   * The number of connections that one other peer made and that are not open yet. What it offers
   * beyond is refused.
   *
   * @return the number; 64 by default
   */
  @JSProperty
  int getPendingConnections();

  /**
   * Sets what {@link #getPendingConnections} answers.
   *
   * @param connections the number
   */
  @JSProperty
  void setPendingConnections(int connections);

  /**
   * How long a data connection that another peer made may take to open; calls may ring for ever.
   *
   * @return milliseconds, 120,000 by default; 0 for ever
   */
  @JSProperty
  int getPendingTime();

  /**
   * Sets what {@link #getPendingTime} answers.
   *
   * @param milliseconds the time, or 0 for ever
   */
  @JSProperty
  void setPendingTime(int milliseconds);

  /**
   * The number of messages that came before the offer of their connection, and of candidates of a
   * connection that came before its description. Of the messages the oldest are dropped, of the
   * candidates the newest.
   *
   * @return the number; 256 by default
   */
  @JSProperty
  int getPendingMessages();

  /**
   * Sets what {@link #getPendingMessages} answers.
   *
   * @param messages the number
   */
  @JSProperty
  void setPendingMessages(int messages);

  /**
   * How long a message of the server may be; a longer one is dropped.
   *
   * @return UTF-16 units; 1,048,576 by default
   */
  @JSProperty
  int getSignalSize();

  /**
   * Sets what {@link #getSignalSize} answers.
   *
   * @param length UTF-16 units
   */
  @JSProperty
  void setSignalSize(int length);

  /**
   * The number of messages that wait for the server; the oldest are dropped.
   *
   * @return the number; 1024 by default
   */
  @JSProperty
  int getWaitingMessages();

  /**
   * Sets what {@link #getWaitingMessages} answers.
   *
   * @param messages the number
   */
  @JSProperty
  void setWaitingMessages(int messages);

  /**
   * The memory for incomplete messages of a connection, and so for one: 256 bytes are counted for
   * every chunk beyond its own, and an eighth of what is in Blobs already.
   *
   * @return bytes; 1,342,177,280 by default, enough for one of 1 GiB
   */
  @JSProperty
  int getMessageSize();

  /**
   * Sets what {@link #getMessageSize} answers.
   *
   * @param bytes the memory
   */
  @JSProperty
  void setMessageSize(int bytes);

  /**
   * The number of incomplete messages of a connection; the oldest is dropped for a new one.
   *
   * @return the number; 256 by default
   */
  @JSProperty
  int getIncompleteMessages();

  /**
   * Sets what {@link #getIncompleteMessages} answers.
   *
   * @param messages the number
   */
  @JSProperty
  void setIncompleteMessages(int messages);

  /**
   * After how long an incomplete message that does not grow is dropped, at the latest after twice
   * that.
   *
   * @return milliseconds; 60,000 by default
   */
  @JSProperty
  int getIncompleteTime();

  /**
   * Sets what {@link #getIncompleteTime} answers.
   *
   * @param milliseconds the time
   */
  @JSProperty
  void setIncompleteTime(int milliseconds);
}
