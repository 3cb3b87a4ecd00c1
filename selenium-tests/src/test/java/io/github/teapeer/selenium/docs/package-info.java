/** The pages under docs/ that say what the tests check, and so are checked against them. */
package io.github.teapeer.selenium.docs;
