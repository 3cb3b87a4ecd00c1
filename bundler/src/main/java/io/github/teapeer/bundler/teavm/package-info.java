/** Plugins for the compilation by TeaVM: they leave out what peer.js does not need of Java. */
package io.github.teapeer.bundler.teavm;
