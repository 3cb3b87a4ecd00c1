package io.github.teapeer.client.peer;

import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** How a connection is doing, and why it failed where it did: see {@link Connection#report}. */
public final class ConnectionReport {
  private final JSObject values;

  ConnectionReport(JSObject values) {
    this.values = values;
  }

  /**
   * The report as pages get it.
   *
   * @return an object {@code {relayed, rtt, localCandidate, remoteCandidate, bytesSent,
   *     bytesReceived, failure}}; null stands for what is not known
   */
  public JSObject values() {
    return values;
  }

  /**
   * Whether a TURN server is between the two sides.
   *
   * @return whether it is; false where no way is known
   */
  public boolean isRelayed() {
    return Values.getBoolean(values, "relayed");
  }

  /**
   * How long a packet takes to the other side and back.
   *
   * @return milliseconds; NaN where it is not known
   */
  public double roundTripTime() {
    return Values.getDouble(values, "rtt");
  }

  /**
   * This side's end of the way in use.
   *
   * @return the candidate, or null where no way is known
   */
  public Candidate localCandidate() {
    return candidate("localCandidate");
  }

  /**
   * The other side's end of the way in use.
   *
   * @return the candidate, or null where no way is known
   */
  public Candidate remoteCandidate() {
    return candidate("remoteCandidate");
  }

  /**
   * How much has been sent.
   *
   * @return bytes of payload; NaN where it is not known
   */
  public double bytesSent() {
    return Values.getDouble(values, "bytesSent");
  }

  /**
   * How much has been received.
   *
   * @return bytes of payload; NaN where it is not known
   */
  public double bytesReceived() {
    return Values.getDouble(values, "bytesReceived");
  }

  /**
   * Why the connection failed.
   *
   * @return words for whoever can do something about it, or null where it has not failed
   */
  public String failure() {
    return Values.getString(values, "failure");
  }

  private Candidate candidate(String name) {
    JSObject found = Values.get(values, name);
    return found == null
        ? null
        : new Candidate(
            Values.getString(found, "type"),
            Values.getString(found, "protocol"),
            Values.getString(found, "address"),
            Values.getInt(found, "port", -1),
            Values.getString(found, "relayProtocol"));
  }

  /**
   * One end of a way between two peers.
   *
   * @param type {@code host}, {@code srflx}, {@code prflx} or {@code relay}
   * @param protocol {@code udp} or {@code tcp}
   * @param address the address, or null where the browser keeps it to itself
   * @param port the port; −1 where the browser keeps it to itself
   * @param relayProtocol how a relay is reached: {@code udp}, {@code tcp} or {@code tls}; else null
   */
  public record Candidate(
      String type, String protocol, String address, int port, String relayProtocol) {}
}
