package io.github.teapeer.jso.value;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.webrtc.RTCConfiguration;
import io.github.teapeer.jso.webrtc.RTCDataChannelInit;
import io.github.teapeer.jso.webrtc.RTCIceCandidateInit;
import io.github.teapeer.jso.webrtc.RTCIceServer;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.jso.JSObject;
import org.teavm.junit.TeaVMTestRunner;

/** Runs twice: on the JVM over the Java bodies, in the browser over the scripts. */
@RunWith(TeaVMTestRunner.class)
public class ValuesTest {
  private final JSObject object = Values.newObject();

  @Test
  public void whatIsSetIsFound() {
    Values.set(object, "text", "tea");
    Values.set(object, "count", 3);
    Values.set(object, "hot", true);
    Values.set(object, "inner", Values.newObject());
    assertEquals("tea", Values.getString(object, "text"));
    assertEquals(3, Values.getInt(object, "count", -1));
    assertEquals(3.0, Values.getDouble(object, "count"), 0);
    assertTrue(Values.getBoolean(object, "hot"));
    assertTrue(Values.isObject(Values.get(object, "inner")));
  }

  @Test
  public void whatIsNotThereIsNull() {
    assertTrue(Values.get(object, "none") == null);
    assertNull(Values.get(object, "none"));
    assertNull(Values.getString(object, "none"));
    assertEquals(-1, Values.getInt(object, "none", -1));
    assertTrue(Double.isNaN(Values.getDouble(object, "none")));
    assertFalse(Values.getBoolean(object, "none"));
    assertTrue(Values.isNull(Values.get(object, "none")));
    assertTrue(Values.isNull(null));
    assertFalse(Values.isNull(object));
  }

  @Test
  public void whatIsSetToNullIsNull() {
    Values.set(object, "text", "tea");
    Values.set(object, "text", (String) null);
    Values.set(object, "value", (JSObject) null);
    assertNull(Values.getString(object, "text"));
    assertTrue(Values.get(object, "value") == null);
    assertNull(Values.of((String) null));
  }

  @Test
  public void aValueOfAnotherTypeIsNotConverted() {
    Values.set(object, "text", "3");
    Values.set(object, "count", 3);
    assertNull(Values.getString(object, "count"));
    assertEquals(-1, Values.getInt(object, "text", -1));
    assertTrue(Double.isNaN(Values.getDouble(object, "text")));
    assertNull(Values.asString(object));
    assertNull(Values.asString(null));
  }

  @Test
  public void onlyIntegersOf32BitsAreIntegers() {
    Values.set(object, "half", Values.of(0.5));
    Values.set(object, "large", Values.of(4e9));
    Values.set(object, "least", Values.of(-2147483648.0));
    Values.set(object, "nothing", Values.of(Double.NaN));
    assertEquals(7, Values.getInt(object, "half", 7));
    assertEquals(7, Values.getInt(object, "large", 7));
    assertEquals(7, Values.getInt(object, "nothing", 7));
    assertEquals(Integer.MIN_VALUE, Values.getInt(object, "least", 7));
    assertEquals(4e9, Values.getDouble(object, "large"), 0);
  }

  @Test
  public void aConditionIsWhatIsTruthy() {
    String[] falsy = {"no", "zero", "nan", "empty"};
    Values.set(object, "no", false);
    Values.set(object, "zero", 0);
    Values.set(object, "nan", Values.of(Double.NaN));
    Values.set(object, "empty", "");
    for (String key : falsy) {
      assertFalse(key, Values.getBoolean(object, key));
    }
    Values.set(object, "one", 1);
    Values.set(object, "text", "false");
    Values.set(object, "array", Values.newArray());
    Values.set(object, "value", Values.of(true));
    for (String key : new String[] {"one", "text", "array", "value"}) {
      assertTrue(key, Values.getBoolean(object, key));
    }
  }

  @Test
  public void kindsOfValuesAreToldApart() {
    JSObject array = Values.newArray();
    JSObject text = Values.of("tea");
    assertTrue(Values.isObject(object) && Values.isObject(array));
    assertTrue(Values.isArray(array));
    assertFalse(Values.isArray(object) || Values.isArray(text) || Values.isArray(null));
    assertTrue(Values.isString(text));
    assertFalse(Values.isString(object) || Values.isString(Values.of(1)) || Values.isString(null));
    for (JSObject primitive :
        new JSObject[] {text, Values.of(1), Values.of(0.5), Values.of(true), null}) {
      assertFalse(Values.isObject(primitive));
    }
  }

  @Test
  public void anArrayOfOneValueHasIt() {
    JSObject array = Values.arrayOf(Values.of("a"));
    assertEquals(1, Values.length(array));
    assertEquals("a", Values.asString(Values.at(array, 0)));
  }

  @Test
  public void anArrayIsMappedInOrder() {
    JSObject array = Values.arrayOf(Values.of("a"));
    Values.push(array, object);
    JSObject mapped =
        Values.map(array, value -> Values.isString(value) ? Values.of("text") : value);
    assertEquals(2, Values.length(mapped));
    assertEquals("text", Values.asString(Values.at(mapped, 0)));
    Values.set(object, "late", "yes");
    assertEquals("yes", Values.getString(Values.at(mapped, 1), "late"));
    assertEquals("a", Values.asString(Values.at(array, 0)));
  }

  @Test
  public void anArrayKeepsItsOrder() {
    JSObject array = Values.newArray();
    Values.push(array, Values.of("a"));
    Values.push(array, object);
    Values.push(array, null);
    assertEquals(3, Values.length(array));
    assertEquals("a", Values.asString(Values.at(array, 0)));
    Values.set(object, "late", "yes");
    assertEquals("yes", Values.getString(Values.at(array, 1), "late"));
    assertTrue(Values.at(array, 2) == null);
  }

  @Test
  public void aCopyIsShallowAndItsOwn() {
    Values.set(object, "text", "tea");
    Values.set(object, "inner", Values.newObject());
    JSObject copy = Values.copy(object);
    Values.set(copy, "text", "coffee");
    Values.set(Values.get(copy, "inner"), "shared", "yes");
    assertEquals("tea", Values.getString(object, "text"));
    assertEquals("yes", Values.getString(Values.get(object, "inner"), "shared"));
    assertTrue(Values.isObject(Values.copy(null)));
  }

  @Test
  public void keysThatPrototypesHaveAreOrdinaryWhereTheyAreSet() {
    for (String key : new String[] {"constructor", "toString", "__proto__"}) {
      Values.set(object, key, "own");
      assertEquals(key, "own", Values.getString(object, key));
      assertEquals(key, "own", Values.getString(Values.copy(object), key));
    }
    JSObject stranger = Values.newObject();
    Values.set(stranger, "polluted", "yes");
    Values.set(object, "__proto__", stranger);
    assertNull(Values.getString(object, "polluted"));
    assertNull(Values.getString(Values.copy(object), "polluted"));
  }

  @Test
  public void aSequenceIsAnArray() {
    Sequence<JSObject> strings = Sequences.ofStrings("a", "b");
    assertTrue(Values.isArray(strings));
    assertEquals(2, strings.getLength());
    assertEquals("b", Values.asString(strings.get(1)));
    assertEquals("b", Values.asString(Values.at(strings, 1)));
  }

  @Test
  public void aDictionaryIsAnObject() {
    RTCDataChannelInit init = RTCDataChannelInit.create();
    assertNull(init.getProtocol());
    assertEquals(-1, init.getId());
    init.setProtocol("tea");
    init.setId(4);
    init.setOrdered(true);
    assertEquals("tea", init.getProtocol());
    assertEquals(4, init.getId());
    assertTrue(init.isOrdered());
    assertTrue(Values.isObject(init));
    assertEquals("tea", Values.getString(init, "protocol"));
    Values.set(init, "protocol", Values.of("pot"));
    Values.set(init, "id", 5);
    assertEquals("pot", init.getProtocol());
    assertEquals(5, init.getId());
    assertEquals("pot", Values.getString(Values.copy(init), "protocol"));
  }

  @Test
  public void dictionariesHoldSequencesOfDictionaries() {
    RTCIceServer server = RTCIceServer.create();
    server.setUrls(new String[] {"stun:a", "stun:b"});
    RTCConfiguration configuration = RTCConfiguration.create();
    assertTrue(configuration.getIceServers() == null);
    configuration.setIceServers(Sequences.of(server));
    assertEquals(1, configuration.getIceServers().getLength());
    RTCIceServer first = configuration.getIceServers().get(0);
    assertEquals(2, Values.length(first.getUrls()));
    assertEquals("stun:b", Values.asString(Values.at(first.getUrls(), 1)));
    JSObject servers = Values.get(configuration, "iceServers");
    assertTrue(Values.isArray(servers));
    JSObject urls = Values.get(Values.at(servers, 0), "urls");
    assertEquals("stun:a", Values.asString(Values.at(urls, 0)));
    server.setUrls("stun:c");
    assertEquals("stun:c", Values.asString(first.getUrls()));
  }

  @Test
  public void anEmptyStringIsNotAbsent() {
    RTCIceCandidateInit end = RTCIceCandidateInit.create();
    end.setCandidate("");
    end.setSdpMLineIndex(0);
    assertEquals("", end.getCandidate());
    assertEquals(0, end.getSdpMLineIndex());
    assertNull(end.getSdpMid());
  }

  @Test
  public void aTextIsSplitAtEverySeparator() {
    JSObject parts = Values.split("a.b..", ".");
    assertTrue(Values.isArray(parts));
    assertEquals(4, Values.length(parts));
    assertEquals("b", Values.asString(Values.at(parts, 1)));
    assertEquals("", Values.asString(Values.at(parts, 3)));
    assertEquals(1, Values.length(Values.split("tea", ".")));
    assertEquals("", Values.asString(Values.at(Values.split("", "."), 0)));
    Values.push(parts, Values.of("more"));
    assertEquals(5, Values.length(parts));
  }

  @Test
  public void numbersAndTextsBecomeTexts() {
    assertEquals("0", Values.asText(0));
    assertEquals("-2147483648", Values.asText(Integer.MIN_VALUE));
    assertEquals("teapot", Values.concat("tea", "pot"));
    assertEquals("nullpot", Values.concat(null, "pot"));
  }
}
