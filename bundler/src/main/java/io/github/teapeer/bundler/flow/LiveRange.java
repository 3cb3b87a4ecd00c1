package io.github.teapeer.bundler.flow;

import com.google.javascript.rhino.Node;
import java.util.List;

/**
 * What is one variable because the same uses may see all of its values.
 *
 * @param variable the number of the variable in which it is
 * @param isFromStart whether one of the values is what the variable starts with: an argument, or
 *     nothing
 * @param assigned the names that are set
 * @param used the names that are read; what is both, as in {@code i++}, is in both lists
 */
public record LiveRange(int variable, boolean isFromStart, List<Node> assigned, List<Node> used) {}
