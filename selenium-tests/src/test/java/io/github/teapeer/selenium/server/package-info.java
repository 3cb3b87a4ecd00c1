/** The signalling servers that the pages meet at. */
package io.github.teapeer.selenium.server;
