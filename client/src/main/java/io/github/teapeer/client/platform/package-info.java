/** What the client needs of the place it runs in. */
package io.github.teapeer.client.platform;
