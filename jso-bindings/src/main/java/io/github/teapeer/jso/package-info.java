/**
 * W3C types for TeaVM: in the browser the native objects, on the JVM whatever implements them.
 * Names and shapes are those of WebIDL, one type a file.
 *
 * <p><b>Interfaces.</b> A Java class can implement each of them. Abstract members are those that
 * TeaPeer's client uses, and that an implementation must have; further members of interfaces that
 * Java classes implement are {@code default} methods, which reach the native object and throw
 * {@link UnsupportedOperationException} on the JVM unless they are overridden. A static {@code
 * create} takes the place of a constructor; it works in browsers only.
 *
 * <p><b>Dictionaries.</b> {@code create} makes an empty one, in the browser an object literal, on
 * the JVM a {@link io.github.teapeer.jso.value.Dictionary}.
 *
 * <p><b>Types.</b> WebIDL enumerations are strings. What is {@code any}, a buffer or a view is a
 * {@link org.teavm.jso.JSObject}; {@link io.github.teapeer.jso.value.Values} looks into it. Numbers
 * of more than 32 bits are {@code double}. Where a number may be absent, a getter answers −1 for an
 * {@code int} and NaN for a {@code double}. In compiled code {@code undefined} is not null: every
 * getter here that may meet it answers null instead, and {@link
 * io.github.teapeer.jso.value.Values#isNull} tells where a promise or a callback brings it.
 */
package io.github.teapeer.jso;
