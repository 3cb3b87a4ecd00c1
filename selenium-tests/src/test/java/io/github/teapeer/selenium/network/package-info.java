/** The networks that the tests put browsers into: TURN servers, NATs, and what goes wrong there. */
package io.github.teapeer.selenium.network;
