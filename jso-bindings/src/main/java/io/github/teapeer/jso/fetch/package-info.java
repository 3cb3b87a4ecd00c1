/** Fetch. */
package io.github.teapeer.jso.fetch;
