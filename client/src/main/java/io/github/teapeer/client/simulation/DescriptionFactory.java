package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.value.PropertyBag;
import io.github.teapeer.jso.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/**
 * Writes the offers and answers of a peer connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8829#section-5.2">RFC 8829, section 5.2</a>
 */
final class DescriptionFactory {
  private final SimulatedPlatform page;
  private final SimulatedPeerConnection connection;
  private final MediaTransceivers media;
  private final String session;
  private int version;

  DescriptionFactory(
      SimulatedPlatform page,
      SimulatedPeerConnection connection,
      MediaTransceivers media,
      String session) {
    this.page = page;
    this.connection = connection;
    this.media = media;
    this.session = session;
  }

  /**
   * Writes an offer: the sections that there are, and then those that are new.
   *
   * @param local the latest local description, or null
   * @param options an RTCOfferOptions, or null
   * @param restartIce whether it starts a new generation of candidates in any case
   */
  SimulatedSessionDescription offer(Sdp local, JSObject options, boolean restartIce) {
    boolean restart = restartIce;
    if (options instanceof PropertyBag bag) {
      restart |= Values.getBoolean(options, "iceRestart");
      wantToReceive(bag, "offerToReceiveAudio", "audio");
      wantToReceive(bag, "offerToReceiveVideo", "video");
    }
    List<MediaSection> sections = new ArrayList<>();
    if (local != null) {
      local.media().forEach(known -> sections.add(offerAgain(known)));
    }
    for (SimulatedTransceiver transceiver : media.all()) {
      if (transceiver.getMid() == null && !transceiver.isStopped()) {
        if (transceiver.proposedMid() == null || hasMid(sections, transceiver.proposedMid())) {
          transceiver.proposeMid(freeMid(sections));
        }
        String mid = transceiver.proposedMid();
        sections.add(media.describe(transceiver, mid, transceiver.direction()));
      }
    }
    boolean hasData = sections.stream().anyMatch(MediaSection::isApplication);
    if (connection.association().isWanted() && !hasData) {
      sections.add(MediaSection.application(freeMid(sections), page.maxMessageSize()));
    }
    return describe("offer", local, sections, restart);
  }

  /** The legacy options, which PeerJS hands through as {@code constraints}. */
  private void wantToReceive(PropertyBag options, String name, String kind) {
    boolean receives =
        media.all().stream().anyMatch(known -> known.kind().equals(kind) && !known.isStopped());
    if (Values.getBoolean(options, name) && !receives) {
      media.add(kind, MediaDirection.RECVONLY);
    }
  }

  private MediaSection offerAgain(MediaSection known) {
    if (known.isApplication()) {
      return known;
    }
    SimulatedTransceiver transceiver = media.withMid(known.mid());
    return transceiver == null || transceiver.isStopped()
        ? MediaSection.rejected(known.kind(), known.mid())
        : media.describe(transceiver, known.mid(), transceiver.direction());
  }

  private static boolean hasMid(List<MediaSection> sections, String mid) {
    return sections.stream().anyMatch(section -> section.mid().equals(mid));
  }

  private static String freeMid(List<MediaSection> sections) {
    int number = sections.size();
    while (hasMid(sections, Integer.toString(number))) {
      number++;
    }
    return Integer.toString(number);
  }

  /**
   * Writes an answer: a section for each that was offered.
   *
   * @param local the latest local description, or null
   * @param offer the remote offer
   * @param restarted whether the offer starts a new generation of candidates
   */
  SimulatedSessionDescription answer(Sdp local, Sdp offer, boolean restarted) {
    List<MediaSection> sections = offer.media().stream().map(this::answer).toList();
    return describe("answer", local, sections, restarted);
  }

  private MediaSection answer(MediaSection offered) {
    if (offered.isApplication() && !offered.rejected()) {
      return MediaSection.application(offered.mid(), page.maxMessageSize());
    }
    SimulatedTransceiver transceiver = media.withMid(offered.mid());
    return offered.rejected() || transceiver == null || transceiver.isStopped()
        ? MediaSection.rejected(offered.kind(), offered.mid())
        : media.describe(transceiver, offered.mid(), answeredDirection(transceiver, offered));
  }

  /** What an answer says of a transceiver: what both sides want. */
  static MediaDirection answeredDirection(SimulatedTransceiver transceiver, MediaSection offered) {
    return transceiver.direction().and(offered.direction().reversed());
  }

  private SimulatedSessionDescription describe(
      String type, Sdp local, List<MediaSection> sections, boolean newGeneration) {
    String ufrag = local == null ? "" : local.ufrag();
    if (!sections.isEmpty() && (newGeneration || ufrag.isEmpty())) {
      ufrag = "u" + page.simulation().nextIdentity();
    }
    Sdp sdp = new Sdp(session, ++version, ufrag, sections, List.of());
    return new SimulatedSessionDescription(type, sdp.text());
  }
}
