package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/**
 * The REST methods of a signalling server: of PeerServer, or of SkyWay. A server that gives an id
 * as JSON is SkyWay's, whatever was known of it before.
 */
public final class ServerApi {
  /** Gets the id that the server gives. */
  @FunctionalInterface
  public interface IdConsumer {
    /**
     * Called once.
     *
     * @param id the id, not empty, not always the one that was asked for
     * @param user the name that goes with the credential; null for SkyWay's rule, key and id
     * @param credential what TURN servers accept from the peer, or null
     */
    void accept(String id, String user, String credential);
  }

  /** Gets an answer. */
  @FunctionalInterface
  public interface AnswerConsumer {
    /**
     * Called once.
     *
     * @param answer an array or a number
     */
    void accept(JSObject answer);
  }

  /** Is told that there is no usable response. */
  @FunctionalInterface
  public interface FailureConsumer {
    /**
     * Called once.
     *
     * @param status the HTTP status, or 0 where the server could not be reached
     * @param cause the error, or null
     */
    void accept(int status, JSObject cause);
  }

  private interface TextConsumer {
    /** Answers whether a text is of use, which is null or a value as JSON. */
    boolean accept(String text, JSObject json);
  }

  private static final int OK = 200;

  private final Platform platform;
  private final ServerAddress address;
  private final String referrerPolicy;
  private boolean skyway;

  /**
   * Makes the methods of a server available.
   *
   * @param platform sends the requests
   * @param address where the server is
   * @param referrerPolicy the referrer policy of the requests
   * @param skyway whether the server is known to be SkyWay's
   */
  public ServerApi(
      Platform platform, ServerAddress address, String referrerPolicy, boolean skyway) {
    this.platform = platform;
    this.address = address;
    this.referrerPolicy = referrerPolicy;
    this.skyway = skyway;
  }

  /**
   * Tells whether the server is SkyWay's, which wants to be asked for every id.
   *
   * @return whether that is known, so far
   */
  public boolean isSkyWay() {
    return skyway;
  }

  /**
   * Asks for an id.
   *
   * @param wanted the id that the peer would like to have, or null
   * @param onId gets the id
   * @param onFailure is told that there is none
   */
  public void requestId(String wanted, IdConsumer onId, FailureConsumer onFailure) {
    // A PeerServer does not look at the id; one of SkyWay's kind answers it as JSON, even if it is
    // empty.
    get(
        address.methodUrl(platform, "id")
            + "&id="
            + (wanted == null ? "" : platform.encodeUriComponent(wanted)),
        (text, json) -> {
          JSObject answer = json;
          boolean isJson = Values.isObject(answer);
          if (!isJson) {
            answer = Values.newObject();
            Values.set(answer, "id", text);
          }
          String id = Values.getString(answer, "id");
          if (id == null || id.isEmpty()) {
            return false;
          }
          skyway |= isJson;
          onId.accept(
              id, Values.getString(answer, "username"), Values.getString(answer, "credential"));
          return true;
        },
        onFailure);
  }

  /**
   * Asks for the ids of all peers.
   *
   * @param onList gets an array of ids
   * @param onFailure is told that there is none
   */
  public void listPeers(AnswerConsumer onList, FailureConsumer onFailure) {
    get(
        skyway ? address.activeUrl(platform, "list") : address.methodUrl(platform, "peers"),
        (text, list) -> {
          boolean good = Values.isArray(list);
          if (good) {
            onList.accept(list);
          }
          return good;
        },
        onFailure);
  }

  /**
   * Asks for the number of peers.
   *
   * @param onCount gets the number
   * @param onFailure is told that there is none
   */
  public void countPeers(AnswerConsumer onCount, FailureConsumer onFailure) {
    get(
        address.activeUrl(platform, "count"),
        (text, answer) -> {
          int count = Values.isObject(answer) ? Values.getInt(answer, "count", -1) : -1;
          if (count >= 0) {
            onCount.accept(Values.of(count));
          }
          return count >= 0;
        },
        onFailure);
  }

  private void get(String url, TextConsumer onText, FailureConsumer onFailure) {
    PromiseReaction<JSObject> failed = cause -> onFailure.accept(0, cause);
    platform
        .fetch(url, referrerPolicy)
        .then(
            response -> {
              int status = response.getStatus();
              if (status == OK) {
                response
                    .text()
                    .then(
                        body -> {
                          String text = Values.asString(body);
                          if (!onText.accept(text, platform.parseJson(text))) {
                            onFailure.accept(status, null);
                          }
                        },
                        failed);
              } else {
                onFailure.accept(status, null);
              }
            },
            failed);
  }
}
