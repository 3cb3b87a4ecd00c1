/** Which names and which order of what a script declares compress best. */
package io.github.teapeer.bundler.layout;
