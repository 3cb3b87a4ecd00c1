/** W3C types for TeaVM: in the browser the native objects, on the JVM whatever implements them. */
package io.github.teapeer.jso;
