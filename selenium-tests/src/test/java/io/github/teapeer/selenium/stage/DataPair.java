package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.page.PageDataConnection;

/**
 * The two ends of one data connection.
 *
 * @param outgoing the end of the peer that called {@code connect}
 * @param incoming the end that the other peer was given
 */
public record DataPair(PageDataConnection outgoing, PageDataConnection incoming) {}
