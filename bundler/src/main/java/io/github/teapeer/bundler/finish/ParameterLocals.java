package io.github.teapeer.bundler.finish;

import com.google.javascript.jscomp.NodeUtil;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.layout.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes local variables parameters that no caller passes: a list of one-letter parameters is all
 * but free once it is compressed, and each {@code let} is not.
 *
 * <pre>
 *   function f(a) { let b = g(a); const c = b.d; h(b, c); }
 *   function f(a, b, c) { b = g(a); c = b.d; h(b, c); }
 * </pre>
 */
public final class ParameterLocals {
  private final Predicate<Node> isAlwaysSet;
  private final Predicate<String> isHot;
  private final Set<Node> parameters = new LinkedHashSet<>();

  /**
   * A pass.
   *
   * @param isAlwaysSet whether a variable whose declaration gives it no value is nevertheless set
   *     before anything reads it: a caller may pass more than it should
   * @param isHot whether a function, by the name that it had at first, is called so often that it
   *     matters that V8 fills in every argument that a caller does not pass
   */
  public ParameterLocals(Predicate<Node> isAlwaysSet, Predicate<String> isHot) {
    this.isAlwaysSet = isAlwaysSet;
    this.isHot = isHot;
  }

  /**
   * Changes the functions at or below a node.
   *
   * @param root a tree that nothing will optimise any more
   * @return the parameters that are new, where they are listed
   */
  public Set<Node> apply(Node root) {
    Scopes scopes = new Scopes(root);
    Map<Node, Map<String, List<Variable>>> functions = new LinkedHashMap<>();
    for (Variable variable : scopes.variables()) {
      if (mayHaveMoreParameters(variable.function())
          && !scopes.isForeign(variable.name(), variable.function())) {
        functions
            .computeIfAbsent(variable.function(), function -> new LinkedHashMap<>())
            .computeIfAbsent(variable.name(), name -> new ArrayList<>())
            .add(variable);
      }
    }
    Set<Node> moved = new LinkedHashSet<>();
    functions.forEach(
        (function, names) ->
            names.keySet().stream()
                .sorted(Listing.ORDER)
                .forEach(name -> move(name, function, names.get(name), moved)));
    LocalDeclarations.makeAssignments(moved);
    return parameters;
  }

  /** Whether a function can have parameters more, and nothing is lost by it. */
  private boolean mayHaveMoreParameters(Node function) {
    Node parent = function.getParent();
    Node last = function.getSecondChild().getLastChild();
    return !isHot.test(OriginalNames.of(function.getFirstChild()))
        && !parent.isGetterDef()
        && !parent.isSetterDef()
        && (last == null || !last.isRest());
  }

  /** Makes variables of the same name, known in one block of a function each, one parameter. */
  private void move(String name, Node function, List<Variable> namesakes, Set<Node> moved) {
    List<Variable> movable =
        namesakes.stream()
            .filter(variable -> canMove(variable, namesakes.size()))
            .filter(variable -> namesakes.stream().noneMatch(variable::isHiding))
            .toList();
    // What stays may hide a parameter, and must not be another one.
    if (!movable.isEmpty()
        && namesakes.stream()
            .allMatch(variable -> movable.contains(variable) || !variable.isOfWholeFunction())) {
      Node parameter = IR.name(name).srcref(function);
      function.getSecondChild().addChildToBack(parameter);
      parameters.add(parameter);
      movable.forEach(variable -> moved.addAll(variable.declarations()));
    }
  }

  private boolean canMove(Variable variable, int namesakes) {
    return !variable.isDeclaredOtherwise()
        && !(variable.isCaptured() && (variable.isRepeated() || namesakes > 1))
        && variable.declarations().stream().allMatch(this::canMove);
  }

  private boolean canMove(Node name) {
    Node declaration = name.getParent();
    Node around = declaration.getParent();
    if (NodeUtil.isEnhancedFor(around)) {
      return around.getFirstChild() == declaration;
    }
    return (name.hasChildren() || isAlwaysSet.test(name))
        && (!around.isVanillaFor() || declaration.hasOneChild());
  }
}
