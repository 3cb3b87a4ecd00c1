/** Real browsers drive the shipped peer.min.js. */
package io.github.teapeer.selenium;
