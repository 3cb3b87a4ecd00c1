/** The codec on the JVM beside that of {@code msgpack-core}. */
package io.github.teapeer.benchmarks.codec;
