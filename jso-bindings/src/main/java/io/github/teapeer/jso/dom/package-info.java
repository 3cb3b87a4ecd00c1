/** Events, as DOM and HTML define them. */
package io.github.teapeer.jso.dom;
