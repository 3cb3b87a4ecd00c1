package io.github.teapeer.bundler.program;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.program.JavaClass.Export;
import io.github.teapeer.bundler.program.JavaClass.Kind;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what TeaVM's program says of its classes, and takes it out of the program: constructors,
 * the metadata, and the exports.
 */
final class ClassReader {
  private static final String METADATA = "$rt_metadata";
  private static final String RECEIVER = "$rt_callWithReceiver";

  private final Node script;
  private final Declarations declarations;
  private final Map<String, JavaClass> classes = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** What the metadata tells of a class. */
  private record Entry(String parent, Map<String, String> methods) {}

  private ClassReader(Node script) {
    this.script = script;
    declarations = new Declarations(script);
  }

  /** The classes of a program, by their names. */
  static Map<String, JavaClass> read(Node script) {
    ClassReader reader = new ClassReader(script);
    reader.readMetadata();
    for (String name : reader.entries.keySet()) {
      reader.readClass(name);
    }
    reader.readExports();
    return reader.classes;
  }

  private void readMetadata() {
    List<Node> statements =
        SourceTree.find(
            script,
            node -> node.isExprResult() && Program.isCallOf(node.getFirstChild(), METADATA));
    if (statements.isEmpty()) {
      throw new BuildFailure("TeaVM's program has no metadata of classes");
    }
    for (Node statement : statements) {
      Iterator<Node> data =
          Declarations.children(statement.getFirstChild().getLastChild()).iterator();
      while (data.hasNext()) {
        String name = data.next().getString();
        if (!Program.isZero(data.next())) {
          throw new BuildFailure("The name of class " + name + " is asked for");
        }
        Node parent = data.next();
        data.next(); // interfaces
        data.next(); // modifiers
        data.next(); // where it is declared
        data.next(); // static initialiser
        entries.put(
            name, new Entry(parent.isName() ? parent.getString() : null, methods(data.next())));
      }
      statement.detach();
    }
    for (Node statement :
        SourceTree.find(
            script,
            node ->
                node.isExprResult() && Program.isCallOf(node.getFirstChild(), "$rt_packages"))) {
      statement.detach();
    }
  }

  private static Map<String, String> methods(Node list) {
    Map<String, String> methods = new LinkedHashMap<>();
    if (Program.isZero(list)) {
      return methods;
    }
    for (Iterator<Node> nodes = Declarations.children(list).iterator(); nodes.hasNext(); ) {
      Node names = nodes.next();
      String function = wrapped(nodes.next());
      if (names.isArrayLit()) {
        Declarations.children(names).forEach(name -> methods.put(name.getString(), function));
      } else {
        methods.put(names.getString(), function);
      }
    }
    return methods;
  }

  /** The function in {@code $rt_wrapFunction2(function)} or {@code $rt_callWithReceiver(…)}. */
  private static String wrapped(Node call) {
    if (!call.isCall()
        || !call.getFirstChild().isName()
        || !call.getFirstChild().getString().matches("\\$rt_wrapFunction\\d|\\$rt_callWithReceiver")
        || !call.getLastChild().isName()) {
      throw new BuildFailure("TeaVM describes a method in a way that is not known");
    }
    return call.getLastChild().getString();
  }

  private JavaClass readClass(String name) {
    if (name.equals("jl_Object")) {
      return null;
    }
    JavaClass known = classes.get(name);
    if (known != null) {
      return known;
    }
    Entry entry = entries.get(name);
    JavaClass parent = entry.parent() == null ? null : readClass(entry.parent());
    Map<String, Node> fields = new LinkedHashMap<>();
    // Of some classes no object is ever made: they have no constructor.
    Node origin = declarations.find(name).orElse(script);
    if (origin.isFunction()) {
      readFields(origin, fields);
    } else if (origin != script && !Program.isCallOf(origin, "$rt_classWithoutFields")) {
      throw new BuildFailure("TeaVM declares the class " + name + " in a way that is not known");
    }
    JavaClass result =
        new JavaClass(name, origin, parent, fields, entry.methods(), new LinkedHashMap<>());
    classes.put(name, result);
    return result;
  }

  /** {@code this.field = value;}, or with another name for {@code this}. */
  private static void readFields(Node constructor, Map<String, Node> fields) {
    for (Node assignment :
        SourceTree.find(constructor, node -> node.isAssign() && node.getFirstChild().isGetProp())) {
      fields.put(assignment.getFirstChild().getString(), assignment.getLastChild());
    }
  }

  /** {@code c = Type.prototype; c.method = …; Object.defineProperty(c, "name", {get: …});}. */
  private void readExports() {
    Node block =
        Program.one(
            script,
            node ->
                node.isFunction()
                    && node.getParent().isCall()
                    && SourceTree.find(node, inner -> Program.isCallOf(inner, RECEIVER)).size()
                        > 0);
    JavaClass current = null;
    for (Node statement : Declarations.children(block.getLastChild())) {
      if (!statement.isExprResult()) {
        continue;
      }
      Node expression = statement.getFirstChild();
      if (expression.isAssign() && expression.getFirstChild().matchesName("c")) {
        current = classes.get(expression.getLastChild().getFirstChild().getString());
      } else if (expression.isAssign() && current != null) {
        current
            .exports()
            .put(
                new Export(Kind.METHOD, expression.getFirstChild().getString()),
                wrapped(expression.getLastChild()));
      } else if (expression.isCall() && current != null) {
        String name = expression.getChildAtIndex(2).getString();
        for (Node key : Declarations.children(expression.getLastChild())) {
          Kind kind = key.getString().equals("get") ? Kind.GETTER : Kind.SETTER;
          current.exports().put(new Export(kind, name), wrapped(key.getFirstChild()));
        }
      } else {
        throw new BuildFailure("TeaVM exports in a way that is not known");
      }
    }
    block.getGrandparent().detach();
    removeDeclarations();
  }

  private void removeDeclarations() {
    List<String> unneeded = new ArrayList<>(classes.keySet());
    unneeded.add("jl_Object");
    unneeded.add(METADATA);
    unneeded.addAll(
        List.of(
            "$rt_classWithoutFields",
            "$rt_callWithReceiver",
            "$rt_newClassMetadata",
            "$rt_objcls",
            "$rt_meta",
            "$rt_packages"));
    Declarations now = new Declarations(script);
    for (String name : unneeded) {
      if (now.find(name).isPresent()) {
        now.remove(name);
      }
    }
  }
}
