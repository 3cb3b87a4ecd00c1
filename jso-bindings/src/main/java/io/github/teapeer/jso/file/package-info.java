/** Files and other immutable bytes, as the File API defines them. */
package io.github.teapeer.jso.file;
