/**
 * BinaryPack, the format in which PeerJS sends data: {@link
 * io.github.teapeer.binarypack.PackWriter} and {@link io.github.teapeer.binarypack.PackReader} go
 * value by value, {@link io.github.teapeer.binarypack.BinaryPack} packs and unpacks Java values,
 * and the package {@code js} JavaScript values. The bytes are the same on the JVM and in the
 * browser.
 */
package io.github.teapeer.binarypack;
