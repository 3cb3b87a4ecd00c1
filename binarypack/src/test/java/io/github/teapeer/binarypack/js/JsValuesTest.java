package io.github.teapeer.binarypack.js;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.binarypack.BrowserTestRunner;
import io.github.teapeer.binarypack.MalformedPackException;
import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.binarypack.UnsupportedValueException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.junit.SkipJVM;

/** JavaScript values that have no counterpart in Java, written as JavaScript expressions. */
@RunWith(BrowserTestRunner.class)
@SkipJVM
public class JsValuesTest {
  private final JsBinaryPack codec = new JsBinaryPack();

  @Test
  public void nullAndUndefinedAreNull() {
    assertPacksTo("c0", "null");
    assertPacksTo("c0", "undefined");
    assertPacksTo("93c0c0c0", "[undefined, , null]");
    assertPacksTo("81b161c0", "{a: undefined}");
  }

  @Test
  public void undefinedIsReadAsUndefinedAndNullAsNull() {
    assertReads("value === undefined", "c1");
    assertReads("value === null", "c0");
    assertReads("value.length === 2 && value[0] === undefined && value[1] === null", "92c1c0");
    assertReads("'a' in value && value.a === undefined", "81b161c1");
  }

  @Test
  public void aDateIsItsText() {
    assertEquals(packed("new Date(0).toString()"), packed("new Date(0)"));
    assertPacksTo("bc496e76616c69642044617465", "new Date(NaN)");
  }

  @Test
  public void viewsAreTheBytesTheyView() {
    assertPacksTo("a3010203", "new Uint8Array([1, 2, 3]).buffer");
    assertPacksTo("a20203", "new Uint8Array([1, 2, 3, 4]).subarray(1, 3)");
    assertPacksTo("a20203", "new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)");
    assertPacksTo("a40100feff", "new Int16Array([1, -2])");
    assertPacksTo("a80000000000000040", "new Float64Array([2])");
    assertPacksTo("a80700000000000000", "new BigInt64Array([BigInt(7)])");
    assertPacksTo("a2ff00", "new Uint8ClampedArray([300, -1])");
    assertPacksTo("a0", "new ArrayBuffer(0)");
    assertPacksTo("a0", "new Uint8Array(0)");
  }

  @Test
  public void aBinaryIsReadAsAnArrayBufferOfItsOwn() {
    assertReads(
        "value instanceof ArrayBuffer && value.byteLength === 3"
            + " && new Uint8Array(value).join() === '1,2,3'",
        "a3010203");
    JSObject input = Expressions.eval("new Uint8Array([0x92, 0xa1, 5, 0xa1, 6])");
    JSObject read = codec.unpack(input);
    assertTrue(Expressions.check("(new Uint8Array(value[0])[0] = 9, value[0] !== value[1])", read));
    assertTrue(Expressions.check("value.join() === '146,161,5,161,6'", input));
  }

  @Test
  public void aViewOfSharedMemoryIsTheBytesItViews() {
    assertPacksTo(
        "a20203", "new Uint8Array(new SharedArrayBuffer(4)).fill(2).fill(3, 2).subarray(1, 3)");
  }

  @Test
  public void theHolesOfASparseArrayAreNull() {
    assertPacksTo("93c0c005", "(() => { const a = []; a[2] = 5; return a; })()");
    assertRefuses("Too large at $.a", "{a: new Array(16777217)}");
    assertRefuses("Too large at $.a[1]", "{a: [1, new Array(4294967295)]}");
  }

  @Test
  public void anArrayMayChangeWhileItIsPacked() {
    assertPacksTo(
        "93" + "05" + "c0" + "c0",
        "(() => { const a = [0, 1, 2];"
            + " Object.defineProperty(a, 0, {get() { a.length = 1; return 5; }}); return a; })()");
  }

  @Test
  public void aPropertyMayBeGoneWhenItsTurnComes() {
    assertPacksTo("82b16105b162c0", "({get a() { delete this.b; return 5; }, b: 1})");
    assertPacksTo(
        "83b16105b162c0b16402", "({get a() { delete this.b; this.c = 7; return 5; }, b: 1, d: 2})");
    assertPacksTo("82b16105b16202", "({get a() { delete this.b; this.b = 2; return 5; }, b: 1})");
    assertPacksTo(
        "82b16105b162c0", "({__proto__: {z: 9}, get a() { delete this.b; return 5; }, b: 1})");
    assertPacksTo("81b16101", "({__proto__: {a: 3, z: 9}, a: 1})");
  }

  @Test
  public void anArrayBufferOrAnyViewIsUnpacked() {
    String bytes = "new Uint8Array([7, 0x92, 1, 2, 7])";
    for (String input :
        new String[] {
          bytes + ".slice(1, 4).buffer",
          bytes + ".subarray(1, 4)",
          "new DataView(" + bytes + ".buffer, 1, 3)",
          "new Int8Array(" + bytes + ".buffer, 1, 3)"
        }) {
      assertTrue(
          input,
          Expressions.check("value.join() === '1,2'", codec.unpack(Expressions.eval(input))));
    }
  }

  @Test
  public void anInstanceIsItsOwnEnumerableProperties() {
    String point =
        "class Point { constructor() { this.x = 1; this.y = 2; } get sum() { return 3; } }";
    assertPacksTo("82b17801b17902", "(() => { " + point + " return new Point(); })()");
    assertPacksTo("81b17801", "(() => { function Old() { this.x = 1; } return new Old(); })()");
    assertPacksTo("81b17801", "Object.assign(Object.create({inherited: 1}), {x: 1})");
    assertPacksTo("81b17801", "Object.assign(Object.create(null), {x: 1})");
    assertPacksTo("81b17801", "Object.defineProperty({x: 1}, 'hidden', {value: 2})");
    assertPacksTo("81b17801", "{x: 1, [Symbol('no')]: 2}");
    assertPacksTo("81b17801", "{get x() { return 1; }}");
    assertPacksTo("81b46e616d65b165", "new (class E extends Error { name = 'e'; })()");
  }

  @Test
  public void toJsonIsNotLookedAt() {
    assertPacksTo(
        "81b17801", "Object.create({toJSON() { return 5; }}, {x: {value: 1, enumerable: true}})");
  }

  @Test
  public void aConstructorInTheDataDoesNotMatter() {
    assertPacksTo("81bb636f6e7374727563746f7205", "{constructor: 5}");
    assertPacksTo("81bb636f6e7374727563746f72c0", "{constructor: null}");
  }

  @Test
  public void valuesOfAnotherFrameAreRecognised() {
    JSObject foreign =
        inAnotherFrame("[{a: 1}, [2], new Uint8Array([3]), new Uint8Array([4]).buffer]");
    assertEquals("9481b161019102a103a104", hex(codec.pack(foreign)));
    JSObject date = inAnotherFrame("new Date(0)");
    assertEquals(packed("new Date(0)"), hex(codec.pack(date)));
  }

  @Test
  public void aBigIntIsAnIntegerOfUpTo64Bits() {
    assertPacksTo("05", "BigInt(5)");
    assertPacksTo("ff", "BigInt(-1)");
    assertPacksTo("d3001fffffffffffff", "BigInt(2) ** BigInt(53) - BigInt(1)");
    assertPacksTo("d30020000000000001", "BigInt(2) ** BigInt(53) + BigInt(1)");
    assertPacksTo("d37fffffffffffffff", "BigInt(2) ** BigInt(63) - BigInt(1)");
    assertPacksTo("cf8000000000000000", "BigInt(2) ** BigInt(63)");
    assertPacksTo("cfffffffffffffffff", "BigInt(2) ** BigInt(64) - BigInt(1)");
    assertPacksTo("d38000000000000000", "-(BigInt(2) ** BigInt(63))");
    assertRefuses("Cannot pack [object BigInt] at $", "BigInt(2) ** BigInt(64)");
    assertRefuses("Cannot pack [object BigInt] at $", "-(BigInt(2) ** BigInt(63)) - BigInt(1)");
  }

  @Test
  public void whatCannotBePackedIsNamedWithItsPath() {
    assertRefuses("Cannot pack [object Function] at $", "() => 1");
    assertRefuses("Cannot pack [object Symbol] at $", "Symbol('s')");
    assertRefuses(
        "Cannot pack [object Function] at $.items[2].name", "{items: [0, 0, {name() {}}]}");
    assertRefuses("Cannot pack [object Map] at $.a", "{a: new Map()}");
    assertRefuses("Cannot pack [object Set] at $[1]", "[1, new Set()]");
    assertRefuses("Cannot pack [object Promise] at $", "Promise.resolve()");
    assertRefuses("Cannot pack [object RegExp] at $", "/x/");
    assertRefuses("Cannot pack [object Error] at $", "new Error()");
    assertRefuses("Cannot pack [object HTMLBodyElement] at $", "document.body");
    assertRefuses("Cannot pack [object String] at $", "new String('boxed')");
    assertRefuses("Cannot pack [object SharedArrayBuffer] at $", "new SharedArrayBuffer(1)");
  }

  @Test
  public void aCycleIsAnErrorAndARepetitionIsNot() {
    assertRefuses("Cycle at $", "(() => { const a = []; a.push(a); return a; })()", "$[0]");
    assertRefuses(
        "Cycle at $", "(() => { const o = {p: [1]}; o.p.push({o}); return o; })()", "$.p[1].o");
    // Five levels down begins a cycle of three.
    String far = "(() => { const c = {}; c.d = [{c}]; return [[[{a: [0, c]}]]]; })()";
    assertRefuses("Cycle at $", far, "$[0][0][0].a[1].d[0].c");
    assertPacksTo("92" + "81b17801" + "81b17801", "(() => { const o = {x: 1}; return [o, o]; })()");
  }

  @Test
  public void aMillionLevelsToPackAreACleanError() {
    UnsupportedValueException refused =
        refusal("(() => { let a = []; for (let i = 0; i < 1e6; i++) a = [a]; return a; })()");
    assertTrue(refused.getMessage().startsWith("Too deep at $[0][0]"));
    assertEquals(1 + 512 * 3, refused.path().length());
  }

  @Test
  public void aMapNeverTouchesAPrototype() {
    assertReads(
        "Object.getPrototypeOf(value) === Object.prototype && value.x === undefined"
            + " && Object.keys(value).join() === '__proto__' && value['__proto__'].x === 1",
        "81b95f5f70726f746f5f5f81b17801");
    assertReads(
        "Object.prototype.hasOwnProperty.call(value, 'toString')", "81b8746f537472696e6701");
    assertReads("({}).x === undefined", "81b95f5f70726f746f5f5f81b17801");
  }

  @Test
  public void aBlobMakesThePackedMessageAPromise() {
    JSObject message = codec.pack(Expressions.eval("new Blob(['xyz'])"));
    assertTrue(Expressions.check("value instanceof Promise", message));
    assertEquals("a378797a", hex(await(message)));
  }

  @Test
  public void blobsAndFilesAreInPlaceAndInOrder() {
    JSObject message =
        codec.pack(
            Expressions.eval(
                "{a: new Blob(['1']), b: ['2', new File(['345'], 'f.txt')], c: new Blob(),"
                    + " d: new Blob(['x'.repeat(20)]), e: 5}"));
    assertEquals(
        "85"
            + "b161a131"
            + "b16292b132a3333435"
            + "b163a0"
            + "b164da0014"
            + "78".repeat(20)
            + "b16505",
        hex(await(message)));
  }

  @Test
  public void aMessageWithABlobIsWhatItWasWhenPacked() {
    JSObject value = Expressions.eval("{n: 1, blob: new Blob(['z']), later: [2]}");
    JSObject message = codec.pack(value);
    assertTrue(Expressions.check("(value.n = 9, value.later.push(9), true)", value));
    assertEquals("05", hex(codec.pack(JsValues.of(5))));
    assertEquals("83b16e01b4626c6f62a17ab56c617465729102", hex(await(message)));
  }

  @Test
  public void writingReturnsTheBlobOfAMessageWithBlobs() {
    PackWriter out = new PackWriter();
    assertNull(JsPacker.write(out, Expressions.eval("[1]"), PackLimits.defaults()));
    assertEquals("9101", hex(JsBytes.copy(JsBytes.view(out.buffer(), 0, out.length()))));
    out.reset();
    JSObject blob =
        JsPacker.write(out, Expressions.eval("[new Blob(['ab']), 3]"), PackLimits.defaults());
    assertNotNull(blob);
    assertTrue(Expressions.check("value instanceof Blob && value.size === 5", blob));
    assertEquals("92a2616203", hex(await(JsValues.content(blob))));
  }

  @Test
  public void readingLeavesTheRestToTheCaller() {
    PackReader in = new PackReader();
    byte[] bytes = JsBytes.wrap(Expressions.eval("new Uint8Array([1, 0xb1, 0x61, 3])"));
    in.reset(bytes, 0, bytes.length);
    assertTrue(Expressions.check("value === 1", JsUnpacker.read(in)));
    assertTrue(Expressions.check("value === 'a'", JsUnpacker.read(in)));
    assertEquals(1, in.remaining());
  }

  @Test
  public void aGetterMayPackSomethingItself() {
    JSObject value = withGetter(inner -> codec.pack(inner));
    assertEquals("83b16205b161a3920505b16307", hex(codec.pack(value)));
  }

  @Test
  public void theCodecGoesOnAfterAFailure() {
    assertNotNull(refusal("{a: 'x'.repeat(5000), b: () => 1}"));
    try {
      codec.pack(Expressions.eval("{a: 1, get b() { throw new Error('mine'); }}"));
      throw new AssertionError("The getter's exception is lost");
    } catch (RuntimeException thrown) {
      assertTrue(thrown.getMessage(), thrown.getMessage().contains("mine"));
    }
    assertPacksTo("9101", "[1]");
    try {
      codec.unpack(Expressions.eval("new Uint8Array([0x92, 1])"));
      throw new AssertionError("Truncated input is read");
    } catch (MalformedPackException malformed) {
      assertEquals("Truncated at byte 0", malformed.getMessage());
    }
    assertReads("value === 5", "05");
  }

  private void assertPacksTo(String expected, String expression) {
    assertEquals(expression, expected, packed(expression));
  }

  private String packed(String expression) {
    return hex(codec.pack(Expressions.eval(expression)));
  }

  private void assertReads(String predicate, String packed) {
    assertTrue(packed, Expressions.check(predicate, codec.unpack(ofHex(packed))));
  }

  private void assertRefuses(String message, String expression) {
    assertEquals(expression, message, refusal(expression).getMessage());
  }

  private void assertRefuses(String problem, String expression, String path) {
    assertRefuses(problem.replace("$", path), expression);
    assertEquals(path, refusal(expression).path());
  }

  private UnsupportedValueException refusal(String expression) {
    try {
      throw new AssertionError(expression + " is packed as " + packed(expression));
    } catch (UnsupportedValueException refused) {
      return refused;
    }
  }

  @JSBody(
      params = "expression",
      script =
          "var frame = document.createElement('iframe');"
              + "document.body.appendChild(frame);"
              + "return frame.contentWindow.eval('(' + expression + ')');")
  private static native JSObject inAnotherFrame(String expression);

  @JSBody(
      params = "bytes",
      script =
          "return Array.from(new Uint8Array(bytes),"
              + " function(each) { return each.toString(16).padStart(2, '0'); }).join('');")
  private static native String hex(JSObject bytes);

  @JSBody(
      params = "text",
      script =
          "return new Uint8Array(text.match(/../g).map("
              + "function(each) { return parseInt(each, 16); }));")
  private static native JSObject ofHex(String text);

  @JSBody(params = "pack", script = "return {b: 5, get a() { return pack([5, 5]); }, c: 7};")
  private static native JSObject withGetter(Packing pack);

  @Async
  private static native JSObject await(JSObject promise);

  private static void await(JSObject promise, AsyncCallback<JSObject> callback) {
    then(promise, callback::complete, error -> callback.error(new AssertionError("Rejected")));
  }

  @JSBody(
      params = {"promise", "resolved", "rejected"},
      script = "promise.then(resolved, rejected);")
  private static native void then(JSObject promise, Reaction resolved, Reaction rejected);

  /** Receives what a promise is settled with. */
  @JSFunctor
  private interface Reaction extends JSObject {
    void accept(JSObject value);
  }

  /** Packs a value. */
  @JSFunctor
  private interface Packing extends JSObject {
    JSObject pack(JSObject value);
  }
}
