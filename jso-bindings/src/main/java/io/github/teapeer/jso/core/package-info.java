/** ECMAScript and WebIDL types that the W3C interfaces use. */
package io.github.teapeer.jso.core;
