/** The values that the tests send, and what becomes of them on the way. */
package io.github.teapeer.selenium.samples;
