/** The demo and the README's first page, used as their visitors use them. */
package io.github.teapeer.selenium.demo;
