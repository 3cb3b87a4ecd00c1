package io.github.teapeer.jso.browser;

import static io.github.teapeer.jso.browser.Await.cast;
import static io.github.teapeer.jso.browser.Await.fulfilled;
import static io.github.teapeer.jso.browser.Await.next;
import static io.github.teapeer.jso.browser.Await.rejected;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.github.teapeer.jso.core.Promise;
import io.github.teapeer.jso.core.Sequence;
import io.github.teapeer.jso.html.Navigator;
import io.github.teapeer.jso.media.ConstrainDOMStringParameters;
import io.github.teapeer.jso.media.ConstrainULongRange;
import io.github.teapeer.jso.media.DisplayMediaStreamOptions;
import io.github.teapeer.jso.media.MediaDeviceInfo;
import io.github.teapeer.jso.media.MediaDevices;
import io.github.teapeer.jso.media.MediaStream;
import io.github.teapeer.jso.media.MediaStreamConstraints;
import io.github.teapeer.jso.media.MediaStreamTrack;
import io.github.teapeer.jso.media.MediaTrackConstraints;
import io.github.teapeer.jso.media.MediaTrackSettings;
import io.github.teapeer.jso.media.OverconstrainedError;
import io.github.teapeer.jso.value.Sequences;
import io.github.teapeer.jso.webrtc.RTCTrackEvent;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.teavm.junit.SkipJVM;
import org.teavm.junit.TeaVMTestRunner;

@RunWith(TeaVMTestRunner.class)
@SkipJVM
public class MediaTest {
  private static MediaDevices devices() {
    return Navigator.get().getMediaDevices();
  }

  private static MediaStream camera(int width) {
    MediaTrackConstraints video = MediaTrackConstraints.create();
    video.setWidth(width);
    MediaStreamConstraints constraints = MediaStreamConstraints.create();
    constraints.setVideo(video);
    return fulfilled(devices().getUserMedia(constraints));
  }

  private static void stop(MediaStream stream) {
    Sequence<MediaStreamTrack> tracks = stream.getTracks();
    for (int i = 0; i < tracks.getLength(); i++) {
      tracks.get(i).stop();
    }
  }

  @Test
  public void aCameraAndAMicrophoneGiveAStream() {
    MediaStreamConstraints constraints = MediaStreamConstraints.create();
    constraints.setAudio(true);
    constraints.setVideo(true);
    MediaStream stream = fulfilled(devices().getUserMedia(constraints));

    assertTrue(stream.isActive());
    assertEquals(1, stream.getAudioTracks().getLength());
    MediaStreamTrack video = stream.getVideoTracks().get(0);
    assertEquals("live", video.getReadyState());
    assertEquals(video.getId(), stream.getTrackById(video.getId()).getId());
    assertNull(stream.getTrackById("none"));
    stop(stream);
    assertFalse(stream.isActive());
  }

  @Test
  public void constraintsAreMetOrNamed() {
    MediaStream stream = camera(320);
    MediaStreamTrack track = stream.getVideoTracks().get(0);
    MediaTrackSettings settings = track.getSettings();
    assertEquals(320, settings.getWidth());
    assertTrue(settings.getFrameRate() > 0);
    assertNotNull(settings.getDeviceId());
    assertEquals("a camera has no sample rate", -1, settings.getSampleRate());

    ConstrainULongRange impossible = ConstrainULongRange.create();
    impossible.setMin(1_000_000);
    MediaTrackConstraints wide = MediaTrackConstraints.create();
    wide.setWidth(impossible);
    OverconstrainedError error = cast(rejected(track.applyConstraints(wide)));
    assertEquals("OverconstrainedError", error.getName());
    assertEquals("width", error.getConstraint());

    MediaTrackConstraints small = MediaTrackConstraints.create();
    small.setWidth(160);
    fulfilled(track.applyConstraints(small));
    assertEquals(160, track.getSettings().getWidth());
    stop(stream);
  }

  @Test
  public void aDeviceThatIsNotThereIsNotFound() {
    ConstrainDOMStringParameters device = ConstrainDOMStringParameters.create();
    device.setExact("no such device");
    MediaTrackConstraints audio = MediaTrackConstraints.create();
    audio.setDeviceId(device);
    MediaStreamConstraints constraints = MediaStreamConstraints.create();
    constraints.setAudio(audio);
    assertEquals("OverconstrainedError", rejected(devices().getUserMedia(constraints)).getName());
  }

  @Test
  public void devicesAreListed() {
    Sequence<MediaDeviceInfo> all = fulfilled(devices().enumerateDevices());
    boolean camera = false;
    for (int i = 0; i < all.getLength(); i++) {
      camera |= all.get(i).getKind().equals("videoinput");
    }
    assertTrue(camera);
    assertTrue(devices().getSupportedConstraints().isEchoCancellation());
  }

  @Test
  public void aScreenBecomesAStreamWithoutAudio() {
    DisplayMediaStreamOptions options = DisplayMediaStreamOptions.create();
    options.setVideo(true);
    options.setAudio(false);
    MediaStream screen = fulfilled(devices().getDisplayMedia(options));
    assertEquals(1, screen.getVideoTracks().getLength());
    assertEquals(0, screen.getAudioTracks().getLength());
    stop(screen);
  }

  @Test
  public void copiesOfTracksAndStreamsLiveOnTheirOwn() {
    MediaStream stream = camera(320);
    MediaStream copy = stream.cloneStream();
    MediaStreamTrack track = stream.getVideoTracks().get(0);
    MediaStreamTrack clone = track.cloneTrack();
    stop(stream);

    assertTrue(copy.isActive());
    assertEquals("live", clone.getReadyState());
    clone.setContentHint("motion");
    assertEquals("motion", clone.getContentHint());
    assertEquals("", track.getContentHint());
    MediaStream assembled = MediaStream.create(Sequences.of(clone));
    assertEquals(1, assembled.getTracks().getLength());
    assertEquals(0, MediaStream.create().getTracks().getLength());
    stop(copy);
    stop(assembled);
  }

  @Test
  public void aTrackReachesTheOtherSide() {
    MediaStream stream = camera(320);
    try (ConnectedPair pair = new ConnectedPair()) {
      pair.offering.addTrack(stream.getVideoTracks().get(0), stream);
      Promise<RTCTrackEvent> arrived = next(pair.answering, "track");
      pair.negotiate();
      RTCTrackEvent event = fulfilled(arrived);
      assertEquals("video", event.getTrack().getKind());
      assertEquals(stream.getId(), event.getStreams().get(0).getId());
      assertEquals("recvonly", event.getTransceiver().getCurrentDirection());
      assertTrue(event.getReceiver().getParameters().getCodecs().getLength() > 0);
    }
    stop(stream);
  }
}
