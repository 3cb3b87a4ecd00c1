package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Java class as TeaVM's program describes it.
 *
 * @param name of its constructor
 * @param origin the node that declares it, for source maps
 * @param parent the superclass, or null where it is {@code java.lang.Object}
 * @param fields the fields that it declares, with their first values
 * @param methods the names of virtual methods with the functions that implement them, which take
 *     {@code this} as their first parameter
 * @param exports what JavaScript sees of it
 */
record JavaClass(
    String name,
    Node origin,
    JavaClass parent,
    Map<String, Node> fields,
    Map<String, String> methods,
    Map<Export, String> exports) {

  /** What JavaScript sees of a class: a method, or one direction of a property. */
  record Export(Kind kind, String name) {}

  /** How an export is used. */
  enum Kind {
    METHOD,
    GETTER,
    SETTER
  }

  /** The fields of its objects, those of superclasses first. */
  Map<String, Node> allFields() {
    Map<String, Node> all = parent == null ? new LinkedHashMap<>() : parent.allFields();
    all.putAll(fields);
    return all;
  }

  /** Whether TeaVM made it of a lambda expression or a method reference. */
  boolean isLambda() {
    return name.contains("$lambda$");
  }

  /** Whether objects of the class must know it, because something is called on them. */
  boolean hasMembers() {
    return !methods.isEmpty() || !exports.isEmpty() || (parent != null && parent.hasMembers());
  }
}
