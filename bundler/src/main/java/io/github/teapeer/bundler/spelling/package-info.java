/** Ways of writing the same: none is longer than another by much, but some compress better. */
package io.github.teapeer.bundler.spelling;
