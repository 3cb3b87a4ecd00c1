/** The browser itself, as HTML defines it. */
package io.github.teapeer.jso.html;
