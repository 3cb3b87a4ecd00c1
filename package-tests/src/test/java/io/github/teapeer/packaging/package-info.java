/** What is published, used as those who install it do. */
package io.github.teapeer.packaging;
