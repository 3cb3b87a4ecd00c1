package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.Completion;
import io.github.teapeer.client.peer.PeerError;
import org.teavm.jso.JSObject;

/** A promise of the page that something is done. */
final class PageCompletion implements Completion {
  private final Deferred deferred = Deferred.create();

  JSObject promise() {
    return deferred.getPromise();
  }

  @Override
  public void done() {
    deferred.resolve(Scripts.undefined());
  }

  @Override
  public void failed(PeerError error) {
    deferred.reject(PeerFacade.errorFor(error));
  }
}
