/** Which values of a function's variables are used where. */
package io.github.teapeer.bundler.flow;
