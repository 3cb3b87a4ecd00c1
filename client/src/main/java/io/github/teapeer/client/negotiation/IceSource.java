package io.github.teapeer.client.negotiation;

import io.github.teapeer.jso.core.Promise;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Where the configuration of a peer connection comes from, if it is made when it is needed. */
@JSFunctor
@FunctionalInterface
public interface IceSource extends JSObject {
  /**
   * Called before every peer connection is made.
   *
   * @return a promise of an RTCConfiguration, or of null for the one in the options; rejected where
   *     there is none, which fails the connection
   */
  Promise<JSObject> ask();
}
