/** The build step that turns TeaVM's CommonJS output into the files that pages load. */
package io.github.teapeer.bundler;
