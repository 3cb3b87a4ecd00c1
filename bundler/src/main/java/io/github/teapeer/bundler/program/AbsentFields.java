package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sets no field to zero or false to begin with that is only ever asked whether it is so: JavaScript
 * says the same of a field that is not there.
 */
final class AbsentFields {
  private static final String CANCEL = "clearTimeout";

  private final Node script;
  private final Map<String, JavaClass> classes;

  AbsentFields(Node script, Map<String, JavaClass> classes) {
    this.script = script;
    this.classes = classes;
  }

  void apply() {
    Set<String> needed = new HashSet<>();
    for (Node access : SourceTree.find(script, Node::isGetProp)) {
      if (!(access.getParent().isAssign() && Conditions.isTarget(access)) && !isAsked(access)) {
        needed.add(access.getString());
      }
    }
    for (JavaClass type : classes.values()) {
      type.fields()
          .replaceAll(
              (field, value) ->
                  Program.isZero(value) && !needed.contains(field)
                      ? IR.nullNode().srcref(value)
                      : value);
    }
  }

  private static boolean isAsked(Node access) {
    Node parent = access.getParent();
    return Conditions.isCondition(access)
        || parent.getToken() == Token.BITOR
        || parent.getToken() == Token.BITAND
        || Program.isCallOf(parent, CANCEL);
  }
}
