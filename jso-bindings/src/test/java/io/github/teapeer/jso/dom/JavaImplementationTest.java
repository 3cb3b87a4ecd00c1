package io.github.teapeer.jso.dom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.PromiseReaction;
import io.github.teapeer.jso.fetch.Fetch;
import io.github.teapeer.jso.fetch.Response;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.html.Navigator;
import io.github.teapeer.jso.streams.ReadableStream;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import io.github.teapeer.jso.webrtc.RTCPeerConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** What a Java class has to do, and what it gets, that implements a W3C interface. */
class JavaImplementationTest {
  /** Implements what is abstract, and no more. */
  private static final class Ok implements Response {
    @Override
    public int getStatus() {
      return 200;
    }

    @Override
    public boolean isOk() {
      return true;
    }

    @Override
    public Promise<JSObject> text() {
      return new Promise<>() {
        @Override
        public void then(
            PromiseReaction<JSObject> onFulfilled, PromiseReaction<JSObject> onRejected) {
          onFulfilled.settled(JavaValue.of("tea"));
        }
      };
    }
  }

  /** Implements more: a Java class is free to. */
  private static final class Named implements Event {
    @Override
    public String getType() {
      return "brewed";
    }

    @Override
    public boolean isBubbles() {
      return true;
    }
  }

  @Test
  void theAbstractMembersWork() {
    List<String> texts = new ArrayList<>();
    Response response = new Ok();
    response.text().then(text -> texts.add(Values.asString(text)), reason -> texts.add("failed"));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(texts).containsExactly("tea");
  }

  @Test
  void aMemberThatIsNotImplementedIsNamed() {
    Response response = new Ok();
    assertThatThrownBy(response::getUrl)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Ok does not implement the attribute url");
    assertThatThrownBy(response::json)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Ok does not implement the method json");
    assertThatThrownBy(response::cloneResponse).hasMessageEndingWith("the method clone");
  }

  @Test
  void aMemberThatIsImplementedIsUsed() {
    Event event = new Named();
    assertThat(event.isBubbles()).isTrue();
    assertThatThrownBy(event::isCancelable).hasMessageContaining("Named");
  }

  @Test
  void whatOnlyABrowserCanMakeIsNotMadeOnTheJvm() {
    assertThatThrownBy(() -> RTCPeerConnection.create(null))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("An RTCPeerConnection is made by the browser");
    assertThatThrownBy(() -> Blob.create(null, null))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ReadableStream.create(null, null))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Fetch.fetch("/tea", null))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Fetch is the browser's: /tea");
    assertThatThrownBy(Navigator::get).isInstanceOf(UnsupportedOperationException.class);
  }
}
