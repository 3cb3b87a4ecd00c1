/** The BinaryPack codec: PeerJS's own dialect of MessagePack. */
package io.github.teapeer.binarypack;
