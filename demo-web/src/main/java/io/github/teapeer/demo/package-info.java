/** The runnable demo. */
package io.github.teapeer.demo;
