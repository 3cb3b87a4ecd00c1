package io.github.teapeer.bundler.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.rhino.Node;
import io.github.teapeer.bundler.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands for the constants of enums. */
class EnumConstantsTest {
  private static final String ENUMS =
      """
      function jl_Object() { this.$id$ = 0; }
      function jl_Enum() { let a = this; jl_Object.call(a); a.$ordinal = 0; }
      function State() { jl_Enum.call(this); }
      function Kind() { let a = this; jl_Enum.call(a); a.$text = null; }
      function Point() { jl_Object.call(this); }
      let State_NEW = null, State_OPEN = null, Kind_DATA = null, Kind_MEDIA = null;
      let State__init_0 = (a, b) => { a.$ordinal = b; };
      let State__clinit_ = () => {
        State_NEW = State__init_(0); State_OPEN = State__init_(1); };
      let Kind__clinit_ = () => {
        Kind_DATA = Kind__init_("", 0, "data"); Kind_MEDIA = Kind__init_("", 1, "media"); };
      $rt_packages([]);
      $rt_metadata([jl_Object, 0, 0, [], 1, 0, 0, 0,
        jl_Enum, 0, jl_Object, [], 1, 0, 0, 0,
        State, 0, jl_Enum, [], 1, 0, 0, 0,
        Kind, 0, jl_Enum, [], 1, 0, 0, 0,
        Point, 0, jl_Object, [], 1, 0, 0, 0]);
      (() => { let c; c = Point.prototype; c.name = $rt_callWithReceiver(f); })();
      """;

  @Test
  void aConstantIsANumberOfItsEnumOrItsText() {
    List<List<Optional<EnumNumber>>> found = new ArrayList<>();
    String script =
        Scripts.change(
            ENUMS + "f(State_OPEN, State_NEW, 7, Kind_MEDIA.$text);",
            tree -> {
              new EnumConstants(tree, ClassReader.read(tree)).apply();
              found.add(
                  SourceTree.find(tree.getLastChild(), Node::isNumber).stream()
                      .map(EnumNumber::of)
                      .toList());
            });
    assertThat(script).contains("7, \"media\")");
    assertThat(found)
        .containsExactly(
            List.of(
                Optional.of(new EnumNumber(0, 1)),
                Optional.of(new EnumNumber(0, 0)),
                Optional.empty()));
  }
}
