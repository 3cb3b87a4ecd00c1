/** Values in and out of a data channel: serialization, chunks, flow control. */
package io.github.teapeer.client.transfer;
