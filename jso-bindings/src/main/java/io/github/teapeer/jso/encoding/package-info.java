/** Text as bytes, as the Encoding standard defines it. */
package io.github.teapeer.jso.encoding;
