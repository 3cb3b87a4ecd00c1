/** Streams of chunks, as the Streams standard defines them. */
package io.github.teapeer.jso.streams;
