/** Opaque values: plain JavaScript in the browser, {@code JavaValue} on the JVM. */
package io.github.teapeer.jso.value;
