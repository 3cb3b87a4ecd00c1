/**
 * The runnable demo: pages that chat, call and send files, on one port with the signalling server
 * that brings them together. The pages are in the resources, under {@code pages/}.
 */
package io.github.teapeer.demo;
