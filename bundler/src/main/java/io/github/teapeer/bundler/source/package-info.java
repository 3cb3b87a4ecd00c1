/** Source texts and syntax trees, and what is wrong with them. */
package io.github.teapeer.bundler.source;
