/** What this machine has: programs, this module's files, the test network, processes to run. */
package io.github.teapeer.selenium.machine;
