/** WebSockets. */
package io.github.teapeer.jso.websocket;
