package io.github.teapeer.binarypack.js;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.binarypack.BrowserTestRunner;
import io.github.teapeer.binarypack.MalformedPackException;
import io.github.teapeer.binarypack.PackException;
import io.github.teapeer.binarypack.UnsupportedValueException;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.junit.SkipJVM;

/**
 * JavaScript values that run code of their own, change while they are packed, pretend to be
 * something else or have lost their content: each arrives, or is refused with its path, or its own
 * exception comes through; and the codec is usable afterwards.
 */
@RunWith(BrowserTestRunner.class)
@SkipJVM
public class JsHostileValuesTest {
  private static final String PROXIES = "{a: new Proxy({x: 1}, {}), b: new Proxy([1, 2], {})}";
  private static final String ENDLESS =
      "get(target, key, self) { return key === 'x' ? new Proxy({}, this) : undefined; },"
          + " getOwnPropertyDescriptor: () => ({enumerable: true, configurable: true, value: 0})})";

  private final JsBinaryPack codec = new JsBinaryPack();

  @After
  public void theCodecIsUsable() {
    assertArrives("value.a[1].b === 'ok'", "{a: [1, {b: 'ok'}]}");
  }

  @Test
  public void whatAGetterThrowsComesThrough() {
    assertThrows("mine", "{a: [{get b() { throw new Error('mine'); }}]}");
    assertThrows(
        "mine", "Object.defineProperty([1, 2], 1, {get() { throw new TypeError('mine'); }})");
    assertThrows("mine", "{a: new Proxy({}, {ownKeys() { throw new Error('mine'); }})}");
    assertThrows("mine", "{a: {get constructor() { throw new Error('mine'); }}}");
  }

  @Test
  public void aGetterMayAddRemoveAndReplaceProperties() {
    assertArrives(
        "Object.keys(value).join() === 'a,b' && value.a === 5 && value.b === 1",
        "{get a() { this.late = 1; return 5; }, b: 1}");
    assertArrives(
        "value.a === 5 && value.b === null", "{get a() { delete this.b; return 5; }, b: 1}");
    assertArrives(
        "value.a === 5 && value.b.join() === '1,2'",
        "{get a() { this.b = [1, 2]; return 5; }, b: 1}");
  }

  @Test
  public void aGetterOfAnArrayMayChangeItsLength() {
    String array =
        "(() => { const a = ['x', 'y', 'z'];"
            + " Object.defineProperty(a, 0, {get() { a.length = %; return 5; }}); return [a, 7]; })()";
    assertArrives("value[0].join() === '5,,' && value[1] === 7", array.replace("%", "1"));
    assertArrives("value[0].join() === '5,y,z' && value[1] === 7", array.replace("%", "9"));
  }

  @Test
  public void everyGetterIsAskedOnce() {
    assertArrives(
        "value.join() === '1,1'",
        "(() => { let asked = 0, more = 0; const a = [0, 0];"
            + " Object.defineProperty(a, 0, {get: () => [++asked]});"
            + " Object.defineProperty(a, 1, {get: () => '' + ++more}); return a; })()");
    assertArrives(
        "value.a === true && value.b[0] === 1",
        "(() => { let asked = 0, more = 0;"
            + " return {get a() { return ++asked === 1; }, get b() { return [++more]; }}; })()");
  }

  @Test
  public void aGetterMayPackWhatIsRefused() {
    JSObject value =
        withGetter(
            inner -> {
              try {
                codec.pack(inner);
                throw new AssertionError("A function is packed");
              } catch (UnsupportedValueException refused) {
                return codec.pack(codec.unpack(codec.pack(Expressions.eval("[1]"))));
              }
            });
    JSObject read = codec.unpack(codec.pack(value));
    assertTrue(
        Expressions.check("value.b === 5 && new Uint8Array(value.a).join() === '145,1'", read));
  }

  @Test
  public void aProxyIsWhatItShows() {
    assertArrives("value.a.x === 1 && value.b.join() === '1,2'", PROXIES);
    assertArrives(
        "value.a.x === 5",
        "{a: new Proxy({}, {ownKeys: () => ['x'], get: (target, key) => key === 'x' ? 5 : target[key],"
            + " getOwnPropertyDescriptor: () => ({enumerable: true, configurable: true, value: 0})})}");
    assertRefused("Cannot pack [object Function] at $.a", "{a: new Proxy(() => 1, {})}");
  }

  @Test
  public void aRevokedProxyIsAnErrorOfTheBrowser() {
    String revoked =
        "(() => { const {proxy, revoke} = Proxy.revocable(%, {}); revoke(); return [proxy]; })()";
    assertThrows("revoked", revoked.replace("%", "{}"));
    assertThrows("revoked", revoked.replace("%", "[]"));
  }

  @Test
  public void whatNeverEndsIsTooDeep() {
    UnsupportedValueException refused = refusal("new Proxy({}, {ownKeys: () => ['x'], " + ENDLESS);
    assertTrue(refused.getMessage(), refused.getMessage().startsWith("Too deep at $.x.x.x"));
    refused =
        refusal(
            "(() => { const make = () => ({get deeper() { return make(); }}); return make(); })()");
    assertTrue(
        refused.getMessage(), refused.getMessage().startsWith("Too deep at $.deeper.deeper"));
  }

  @Test
  public void aGetterThatReturnsItsObjectIsACycle() {
    assertRefused("Cycle at $.self", "{get self() { return this; }}");
    assertRefused("Cycle at $.a.self", "{a: {x: 1, get self() { return this; }}, b: 2}");
    assertRefused(
        "Cycle at $[0].list[1]", "(() => { const a = [{}]; a[0].list = [0, a]; return a; })()");
  }

  @Test
  public void aLongCycleIsFoundBeforeItIsTooDeep() {
    String path = refusal(ring(300)).getMessage();
    assertTrue(path, path.matches("Cycle at \\$(\\.n){300}"));
    path = refusal(ring(600)).getMessage();
    assertTrue(path, path.matches("Too deep at \\$(\\.n){512}"));
  }

  private static String ring(int length) {
    return "(() => { const first = {}; let last = first; for (let i = 1; i < "
        + length
        + "; i++) last = last.n = {}; last.n = first; return first; })()";
  }

  @Test
  public void aCycleIsFoundBeforeMuchIsWritten() {
    assertRefused(
        "Cycle at $.a[0].b",
        "(() => { let left = 9; const o = {get text() {"
            + " if (!left--) throw new Error('too often'); return 'x'; }};"
            + " o.a = [{b: o}]; return o; })()");
  }

  @Test
  public void whatIsReferredToFromSeveralDepthsIsNoCycle() {
    assertArrives(
        "JSON.stringify(value) === '[[1],[[1],[[1],[[1],[[1],[1]],[1]],[1]],[1]],[1]]'",
        "(() => { const s = [1]; return [s, [s, [s, [s, [s, s], s], s], s], s]; })()");
  }

  @Test
  public void aBufferThatWasTransferredIsRefused() {
    String gone =
        "(() => { const b = new ArrayBuffer(8); const v = %; structuredClone(b, {transfer: [b]}); return {a: [v]}; })()";
    assertRefused("Cannot pack [object ArrayBuffer] at $.a[0]", gone.replace("%", "b"));
    assertRefused(
        "Cannot pack [object Uint8Array] at $.a[0]", gone.replace("%", "new Uint8Array(b)"));
    assertRefused(
        "Cannot pack [object Float64Array] at $.a[0]", gone.replace("%", "new Float64Array(b)"));
    assertRefused("Cannot pack [object DataView] at $.a[0]", gone.replace("%", "new DataView(b)"));
  }

  @Test
  public void aGetterMayTransferTheBufferThatComesNext() {
    assertRefused(
        "Cannot pack [object ArrayBuffer] at $.data",
        "(() => { const data = new ArrayBuffer(8);"
            + " return {get first() { structuredClone(data, {transfer: [data]}); return 1; }, data}; })()");
  }

  @Test
  public void viewsOfAResizedBufferAreWhatIsLeft() {
    String resized =
        "(() => { const b = new ArrayBuffer(8, {maxByteLength: 16}); new Uint8Array(b).fill(7);"
            + " const v = %; b.resize(4); return {a: v}; })()";
    assertArrives("new Uint8Array(value.a).join() === '7,7,7,7'", resized.replace("%", "b"));
    assertArrives(
        "new Uint8Array(value.a).join() === '7,7,7'", resized.replace("%", "new Uint8Array(b, 1)"));
    assertArrives("value.a.byteLength === 0", resized.replace("%", "new Uint8Array(b, 2, 4)"));
    assertRefused(
        "Cannot pack [object DataView] at $.a", resized.replace("%", "new DataView(b, 6)"));
  }

  @Test
  public void sharedMemoryIsPackedThroughViewsAndReadFromThem() {
    assertArrives(
        "value.a instanceof ArrayBuffer && new Uint16Array(value.a).join() === '1,2'",
        "{a: (() => { const v = new Uint16Array(new SharedArrayBuffer(4)); v.set([1, 2]); return v; })()}");
    assertArrives(
        "new Uint8Array(value.a).join() === '0,0,0'",
        "{a: new DataView(new SharedArrayBuffer(8, {maxByteLength: 16}), 5)}");
    JSObject shared =
        shared(codec.pack(Expressions.eval("['é'.repeat(100), 'x'.repeat(100), 'é', 0.5]")));
    assertTrue(
        Expressions.check(
            "value.join() === ['é'.repeat(100), 'x'.repeat(100), 'é', 0.5].join()",
            codec.unpack(shared)));
  }

  @Test
  public void whatHasNoBytesIsMalformed() {
    for (String input :
        new String[] {
          "undefined",
          "null",
          "'abc'",
          "1e15",
          "-1",
          "{}",
          "[]",
          "Symbol('s')",
          "(() => { const b = new ArrayBuffer(8); structuredClone(b, {transfer: [b]}); return b; })()"
        }) {
      try {
        codec.unpack(Expressions.eval(input));
        throw new AssertionError(input + " is read");
      } catch (MalformedPackException malformed) {
        assertEquals("Truncated at byte 0", malformed.getMessage());
      }
    }
  }

  @Test
  public void functionsSymbolsAndBoxesAreRefusedWhereverTheyAre() {
    assertRefused("Cannot pack [object Symbol] at $.a[0]", "{a: [Symbol.iterator]}");
    assertRefused("Cannot pack [object Function] at $.b", "{a: 1, b: class {}}");
    assertRefused("Cannot pack [object Number] at $[0]", "[new Number(1)]");
    assertRefused("Cannot pack [object Boolean] at $[0]", "[new Boolean(false)]");
    assertRefused("Cannot pack [object BigInt] at $[0]", "[Object(BigInt(1))]");
    assertRefused("Cannot pack [object WeakMap] at $.a", "{a: new WeakMap()}");
    assertRefused(
        "Cannot pack [object Map] at $.m",
        "(() => { const m = new Map(); m.set('m', m); return {m}; })()");
    assertArrives("Object.keys(value).join() === 'x'", "{[Symbol('a')]: () => 1, x: 1}");
  }

  @Test
  public void anArrayIsItsElementsWhateverItsClass() {
    assertArrives(
        "value.a.constructor === Array && value.a.join() === '1,2' && !('extra' in value.a)",
        "(() => { class Mine extends Array {} const a = Mine.of(1, 2); a.extra = 1; return {a}; })()");
    assertArrives("value.length === 3 && value[1] === null", "Object.assign([1, , 3], {'-1': 5})");
    assertArrives(
        "value.length === 1 && value[0] === 1",
        "Object.setPrototypeOf([1], {toJSON() { return 2; }})");
  }

  @Test
  public void namesOfThePrototypeAreOrdinaryKeys() {
    String names =
        "JSON.parse('{\"__proto__\": [1], \"constructor\": {\"a\": 1}, \"hasOwnProperty\": 2, \"toString\": null}')";
    assertArrives(
        "Object.getPrototypeOf(value) === Object.prototype"
            + " && Object.getOwnPropertyDescriptor(value, '__proto__').value[0] === 1"
            + " && value.constructor.a === 1 && value.hasOwnProperty === 2 && value.toString === null",
        names);
    assertArrives(
        "value.x === 1 && value.__proto__ === Object.prototype", "{__proto__: null, x: 1}");
  }

  @Test
  public void zeroIsAValueWhateverItsType() {
    assertArrives(
        "value.a === 0 && Object.is(value.b, -0) && value.c === 0 && value.d === '' && value.e === false",
        "{a: 0, b: -0, c: BigInt(0), d: '', e: false}");
    assertArrives("value.join() === '0,0,,false'", "[BigInt(0), 0, '', false]");
  }

  @Test
  public void aMillionLevelsAndAMillionKeysAreNoTrouble() {
    for (String level : new String[] {"[a]", "{a}", "[{a}]"}) {
      UnsupportedValueException refused =
          refusal(
              "(() => { let a = 1; for (let i = 0; i < 1e6; i++) a = "
                  + level
                  + "; return a; })()");
      assertTrue(refused.getMessage(), refused.getMessage().startsWith("Too deep at $"));
    }
    assertArrives(
        "Object.keys(value).length === 1e5 && value.k99999 === 99999",
        "(() => { const o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; return o; })()");
  }

  private void assertArrives(String predicate, String expression) {
    assertTrue(
        expression,
        Expressions.check(predicate, codec.unpack(codec.pack(Expressions.eval(expression)))));
  }

  private void assertRefused(String message, String expression) {
    assertEquals(expression, message, refusal(expression).getMessage());
  }

  private UnsupportedValueException refusal(String expression) {
    try {
      codec.pack(Expressions.eval(expression));
      throw new AssertionError(expression + " is packed");
    } catch (UnsupportedValueException refused) {
      assertTrue(refused.getMessage().endsWith(" at " + refused.path()));
      return refused;
    }
  }

  private void assertThrows(String message, String expression) {
    try {
      codec.pack(Expressions.eval(expression));
    } catch (PackException wrong) {
      throw new AssertionError(wrong.getMessage());
    } catch (RuntimeException thrown) {
      assertTrue(thrown.getMessage(), thrown.getMessage().contains(message));
      return;
    }
    throw new AssertionError(expression + " is packed");
  }

  @JSBody(
      params = "bytes",
      script =
          "var view = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));"
              + "view.set(new Uint8Array(bytes)); return view;")
  private static native JSObject shared(JSObject bytes);

  @JSBody(
      params = "pack",
      script = "return {b: 5, get a() { return pack([function() {}]); }, c: 7};")
  private static native JSObject withGetter(Packing pack);

  /** Packs a value. */
  @JSFunctor
  private interface Packing extends JSObject {
    JSObject pack(JSObject value);
  }
}
