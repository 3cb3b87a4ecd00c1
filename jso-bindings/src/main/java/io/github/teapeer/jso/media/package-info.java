/** Media streams, tracks and devices. */
package io.github.teapeer.jso.media;
