/** The public API: peers, their connections, and what they report. */
package io.github.teapeer.client.peer;
