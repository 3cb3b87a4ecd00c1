package io.github.teapeer.client.signaling;

import io.github.teapeer.client.platform.Platform;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** The REST methods of a signalling server. */
public final class ServerApi {
  /** Gets the text of a successful response. */
  @FunctionalInterface
  public interface TextConsumer {
    /**
     * Called once.
     *
     * @param text the body
     */
    void accept(String text);
  }

  /** Is told that there is no successful response. */
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

  private final Platform platform;
  private final ServerAddress address;
  private final String referrerPolicy;

  /**
   * Makes the methods of a server available.
   *
   * @param platform sends the requests
   * @param address where the server is
   * @param referrerPolicy the referrer policy of the requests
   */
  public ServerApi(Platform platform, ServerAddress address, String referrerPolicy) {
    this.platform = platform;
    this.address = address;
    this.referrerPolicy = referrerPolicy;
  }

  /**
   * Calls a method.
   *
   * @param method {@code id} or {@code peers}
   * @param onText gets the body of a 200
   * @param onFailure is told of everything else
   */
  public void get(String method, TextConsumer onText, FailureConsumer onFailure) {
    PromiseReaction<JSObject> failed = cause -> onFailure.accept(0, cause);
    platform
        .fetch(address.methodUrl(platform, method), referrerPolicy)
        .then(
            response -> {
              if (response.getStatus() == 200) {
                response.text().then(text -> onText.accept(Values.asString(text)), failed);
              } else {
                onFailure.accept(response.getStatus(), null);
              }
            },
            failed);
  }
}
