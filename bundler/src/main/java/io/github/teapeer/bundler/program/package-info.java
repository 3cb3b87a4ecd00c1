/**
 * Makes of TeaVM's program one that is made of what JavaScript has itself: its strings, arrays,
 * errors, functions and objects take the place of Java's. Every pass knows what TeaVM writes today,
 * and fails the build where that has changed.
 */
package io.github.teapeer.bundler.program;
