package io.github.teapeer.client.browser;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/** The members of {@code util} that the client itself uses; looked up when they are used. */
interface PageUtil extends JSObject {
  @JSMethod
  boolean validateId(String id);

  @JSMethod
  boolean validateKey(String key);

  @JSMethod
  String randomToken();
}
