/**
 * Starting, driving and ending real browsers: Chromium, Firefox and WebKitGTK, each as a WebDriver
 * session.
 */
package io.github.teapeer.selenium.browser;
