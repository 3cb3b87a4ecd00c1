package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes functions of lambdas. TeaVM makes a class of each, with the captured variables as fields:
 *
 * <pre>
 *   x = new Lambda(); x.$captured = y; f(x);    Lambda_run = (self, a) => g(self.$captured, a)
 *   f(Lambda_run(y));                           Lambda_run = captured => a => g(captured, a)
 * </pre>
 *
 * <p>An interface that only lambdas implement becomes a function too: its one method is the call.
 */
final class Lambdas {
  private final Node script;
  private final Map<String, JavaClass> classes;
  private final Declarations declarations;

  Lambdas(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    this.classes = classes;
    declarations = new Declarations(script);
  }

  void apply() {
    unwrap("otji_JS_function");
    unwrap("otji_JSWrapper_unwrap");
    Map<String, JavaClass> lambdas = new LinkedHashMap<>();
    for (JavaClass type : classes.values()) {
      if (isFunction(type)) {
        lambdas.put(type.name(), type);
      }
    }
    Set<String> calls = functionalMethods(lambdas.values());
    lambdas
        .values()
        .removeIf(type -> !type.methods().isEmpty() && !calls.containsAll(type.methods().keySet()));
    Set<String> globals = Creation.globals(script);
    Map<String, List<Creation>> creations = new HashMap<>();
    for (Node expression : ObjectLiterals.creations(script, lambdas)) {
      JavaClass type = lambdas.get(expression.getFirstChild().getString());
      creations
          .computeIfAbsent(type.name(), name -> new ArrayList<>())
          .add(Creation.collect(expression, type, globals));
    }
    lambdas.values().forEach(type -> callByValue(functionOf(type)));
    lambdas.values().forEach(type -> convert(type, creations.getOrDefault(type.name(), List.of())));
    callDirectly(calls);
    lambdas.keySet().forEach(classes::remove);
  }

  /** The methods of interfaces that only lambdas implement. */
  private Set<String> functionalMethods(Iterable<JavaClass> lambdas) {
    Set<String> methods = new HashSet<>();
    lambdas.forEach(type -> methods.addAll(type.methods().keySet()));
    for (JavaClass type : classes.values()) {
      if (!isFunction(type)) {
        methods.removeAll(type.methods().keySet());
      }
    }
    return methods;
  }

  /** Whether a class is a lambda, and nothing but called. */
  private boolean isFunction(JavaClass type) {
    if (!type.isLambda() || type.exports().size() + type.methods().size() != 1) {
      return false;
    }
    // TeaVM may have inlined the one call of an interface: what the lambda captured is read there.
    Node function = declarations.function(functionOf(type));
    return SourceTree.find(
            script,
            node ->
                node.isGetProp()
                    && type.fields().containsKey(node.getString())
                    && !(node.getParent().isAssign() && node.getParent().getFirstChild() == node)
                    && !isInside(node, function))
        .isEmpty();
  }

  private static boolean isInside(Node node, Node root) {
    Node up = node;
    while (up != null && up != root) {
      up = up.getParent();
    }
    return up != null;
  }

  private static String functionOf(JavaClass type) {
    return type.exports().isEmpty()
        ? type.methods().values().iterator().next()
        : type.exports().values().iterator().next();
  }

  private void convert(JavaClass type, List<Creation> creations) {
    String function = functionOf(type);
    List<String> captured =
        creations.isEmpty() ? List.of() : List.copyOf(creations.get(0).values().keySet());
    for (Creation creation : creations) {
      Node[] arguments =
          captured.stream().map(name -> creation.values().get(name)).toArray(Node[]::new);
      creation.replaceWith(
          captured.isEmpty() ? IR.name(function) : call(IR.name(function), arguments));
    }
    capture(type, declarations.function(function), captured);
  }

  /** Where TeaVM knows which lambda is called, it calls what is in it, and passes the lambda. */
  private void callByValue(String function) {
    for (Node call : SourceTree.find(script, node -> Program.isCallOf(node, function))) {
      call.getFirstChild().replaceWith(call.getSecondChild().detach());
      call.putBooleanProp(Node.FREE_CALL, true);
    }
  }

  private static Node call(Node function, Node... arguments) {
    Node call = IR.call(function, arguments);
    call.putBooleanProp(Node.FREE_CALL, true);
    return call;
  }

  /** Turns fields of the lambda into variables of a function around it. */
  private void capture(JavaClass type, Node function, List<String> captured) {
    Node parameters = function.getSecondChild();
    Node body = function.getLastChild();
    Set<String> aliases = aliases(parameters.getFirstChild().getString(), body);
    for (Node statement : SourceTree.find(body, node -> isIdle(node, aliases))) {
      statement.detach();
    }
    for (Node use : SourceTree.find(body, node -> isOneOf(node, aliases))) {
      Node parent = use.getParent();
      if (parent.isGetProp() && captured.contains(parent.getString())) {
        parent.replaceWith(IR.name(variable(parent.getString())).srcref(parent));
      } else if (parent.isLet()) {
        use.detach();
        if (!parent.hasChildren()) {
          parent.detach();
        }
      } else {
        throw new BuildFailure(
            "The lambda " + type.name() + " uses itself in a way that is not known: " + parent);
      }
    }
    parameters.getFirstChild().detach();
    if (!captured.isEmpty()) {
      surround(function, captured);
    }
  }

  private static void surround(Node function, List<String> captured) {
    Node inner =
        IR.arrowFunction(
                IR.name(""), function.getSecondChild().detach(), function.getLastChild().detach())
            .srcref(function);
    Node outerParameters =
        IR.paramList(captured.stream().map(name -> IR.name(variable(name))).toArray(Node[]::new));
    function.replaceWith(
        IR.arrowFunction(IR.name(""), outerParameters, inner).srcrefTreeIfMissing(function));
  }

  private static boolean isOneOf(Node node, Set<String> names) {
    return node.isName() && names.contains(node.getString());
  }

  /** {@code self;}, {@code alias = self;} or {@code let alias = self;}. */
  private static boolean isIdle(Node statement, Set<String> aliases) {
    if (statement.isLet()) {
      Node name = statement.getFirstChild();
      return isOneOf(name, aliases) && name.hasChildren() && isOneOf(name.getFirstChild(), aliases);
    }
    if (!statement.isExprResult()) {
      return false;
    }
    Node expression = statement.getFirstChild();
    return isOneOf(expression, aliases)
        || (expression.isAssign()
            && isOneOf(expression.getFirstChild(), aliases)
            && isOneOf(expression.getLastChild(), aliases));
  }

  /** Variables that stand for the lambda itself: TeaVM copies it where Java casts. */
  private static Set<String> aliases(String self, Node body) {
    Set<String> aliases = new HashSet<>(Set.of(self));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Node copy : SourceTree.find(body, node -> isOneOf(node, aliases))) {
        Node parent = copy.getParent();
        if (parent.isName()) {
          grew |= aliases.add(parent.getString());
        } else if (parent.isAssign() && parent.getFirstChild().isName()) {
          grew |= aliases.add(parent.getFirstChild().getString());
        }
      }
    }
    return aliases;
  }

  private static String variable(String field) {
    return "captured" + field;
  }

  private void callDirectly(Set<String> methods) {
    for (Node call :
        SourceTree.find(
            script,
            node ->
                node.isCall()
                    && node.getFirstChild().isGetProp()
                    && methods.contains(node.getFirstChild().getString()))) {
      Node method = call.getFirstChild();
      method.replaceWith(method.getFirstChild().detach());
      call.putBooleanProp(Node.FREE_CALL, true);
    }
  }

  /** Replaces a call by its first argument. */
  private void unwrap(String function) {
    List<Node> calls = SourceTree.find(script, node -> Program.isCallOf(node, function));
    for (int i = calls.size() - 1; i >= 0; i--) {
      calls.get(i).replaceWith(calls.get(i).getSecondChild().detach());
    }
  }
}
