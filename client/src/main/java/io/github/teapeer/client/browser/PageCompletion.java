package io.github.teapeer.client.browser;

import io.github.teapeer.client.peer.Completion;
import io.github.teapeer.client.peer.PeerError;

/** Settles a promise of the page. */
final class PageCompletion implements Completion {
  private final PeerFacade provider;
  private final Deferred deferred;

  PageCompletion(PeerFacade provider, Deferred deferred) {
    this.provider = provider;
    this.deferred = deferred;
  }

  @Override
  public void done() {
    deferred.resolve(Scripts.undefined());
  }

  @Override
  public void failed(PeerError error) {
    deferred.reject(provider.errorFor(error));
  }
}
