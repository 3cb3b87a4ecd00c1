/** What only a page has: the exports of peer.js. */
package io.github.teapeer.client.browser;
