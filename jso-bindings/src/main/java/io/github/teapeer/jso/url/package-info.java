/** URLs, as the URL standard defines them. */
package io.github.teapeer.jso.url;
