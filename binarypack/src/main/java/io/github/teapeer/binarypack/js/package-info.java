/**
 * BinaryPack for JavaScript values, for code that TeaVM compiles. It shares the writer and the
 * reader with {@link io.github.teapeer.binarypack}, and none of that package's Java values.
 */
package io.github.teapeer.binarypack.js;
