/** What is done to a script that the compiler has optimised, and whose names are short already. */
package io.github.teapeer.bundler.finish;
