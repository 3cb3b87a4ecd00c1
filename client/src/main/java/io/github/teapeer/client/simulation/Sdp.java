package io.github.teapeer.client.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated session description says, and its text. The text looks as a browser's does, but
 * holds only what the simulation needs.
 *
 * @param session the number of the session
 * @param version the version of the description within the session
 * @param ufrag the ICE generation, or an empty string where there is nothing to transport
 * @param media the media sections
 * @param candidates the candidate attributes
 */
record Sdp(
    String session, int version, String ufrag, List<MediaSection> media, List<String> candidates) {
  private static final String END = "\r\n";
  private static final String NO_TRACK = "-";

  MediaSection section(String mid) {
    for (MediaSection section : media) {
      if (section.mid().equals(mid)) {
        return section;
      }
    }
    return null;
  }

  boolean hasOpenApplication() {
    return media.stream().anyMatch(section -> section.isApplication() && !section.rejected());
  }

  Sdp withCandidates(List<String> gathered) {
    return new Sdp(session, version, ufrag, media, gathered);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("v=0").append(END);
    text.append("o=- ").append(session).append(' ').append(version);
    text.append(" IN IP4 127.0.0.1").append(END);
    text.append("s=-").append(END).append("t=0 0").append(END);
    text.append("a=group:BUNDLE");
    media.forEach(section -> text.append(' ').append(section.mid()));
    text.append(END);
    for (MediaSection section : media) {
      appendSection(text, section);
    }
    return text.toString();
  }

  private void appendSection(StringBuilder text, MediaSection section) {
    boolean data = section.isApplication();
    text.append("m=").append(section.kind()).append(section.rejected() ? " 0 " : " 9 ");
    text.append(data ? "UDP/DTLS/SCTP webrtc-datachannel" : "UDP/TLS/RTP/SAVPF 96").append(END);
    text.append("c=IN IP4 0.0.0.0").append(END);
    for (String candidate : candidates) {
      text.append("a=").append(candidate).append(END);
    }
    text.append("a=ice-ufrag:").append(ufrag).append(END);
    text.append("a=ice-options:trickle").append(END);
    text.append("a=mid:").append(section.mid()).append(END);
    if (data) {
      text.append("a=sctp-port:5000").append(END);
      text.append("a=max-message-size:").append(section.maxMessageSize()).append(END);
    } else {
      text.append("a=").append(section.direction().word()).append(END);
      if (section.track() != null) {
        String stream = section.stream() == null ? NO_TRACK : section.stream();
        text.append("a=msid:").append(stream).append(' ').append(section.track()).append(END);
      }
    }
  }

  /**
   * Reads a text; lines that the simulation has no use for are skipped.
   *
   * @throws DomException OperationError, if it is no session description
   */
  static Sdp parse(String text) {
    if (!text.startsWith("v=0\r\n") && !text.startsWith("v=0\n")) {
      throw DomException.operationError("Failed to parse SessionDescription. Expect line: v=");
    }
    Parser parser = new Parser();
    for (String line : text.lines().toList()) {
      if (!line.matches("[a-z]=.*")) {
        throw DomException.operationError(
            "Failed to parse SessionDescription. " + line + " Invalid SDP line");
      }
      parser.line(line);
    }
    return parser.finish();
  }

  private static final class Parser {
    private String session;
    private int version;
    private String ufrag = "";
    private final List<MediaSection> media = new ArrayList<>();
    private final List<String> candidates = new ArrayList<>();
    private String kind;
    private boolean rejected;
    private String mid;
    private MediaDirection direction;
    private String stream;
    private String track;
    private int maxMessageSize;

    void line(String line) {
      String value = line.substring(line.indexOf(':') + 1);
      if (line.startsWith("o=")) {
        origin(line.split(" ", -1));
      } else if (line.startsWith("m=")) {
        endSection();
        startSection(line.substring(2).split(" ", -1));
      } else if (line.startsWith("a=mid:")) {
        mid = value;
      } else if (line.startsWith("a=ice-ufrag:")) {
        ufrag = value;
      } else if (line.startsWith("a=candidate:")) {
        candidates.add(line.substring(2));
      } else if (line.startsWith("a=max-message-size:")) {
        maxMessageSize = integer(value);
      } else if (line.startsWith("a=msid:")) {
        int space = value.indexOf(' ');
        stream = space < 0 || value.startsWith(NO_TRACK + " ") ? null : value.substring(0, space);
        track = value.substring(space + 1);
      } else {
        direction(line.substring(2));
      }
    }

    private void origin(String[] words) {
      if (words.length < 3) {
        throw DomException.operationError("Failed to parse SessionDescription. Malformed o=");
      }
      session = words[1];
      version = integer(words[2]);
    }

    private void startSection(String[] words) {
      kind = words[0];
      rejected = words.length < 2 || words[1].equals("0");
      mid = null;
      direction = MediaDirection.SENDRECV;
      stream = null;
      track = null;
      maxMessageSize = SimulatedPeerConnection.SMALLEST_MAX_MESSAGE_SIZE;
    }

    private void direction(String word) {
      for (MediaDirection candidate : MediaDirection.values()) {
        if (candidate.word().equals(word)) {
          direction = candidate;
        }
      }
    }

    private void endSection() {
      if (kind == null) {
        return;
      }
      if (mid == null) {
        throw DomException.operationError("A media section has no mid");
      }
      media.add(new MediaSection(kind, mid, direction, stream, track, maxMessageSize, rejected));
    }

    private static int integer(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException malformed) {
        throw DomException.operationError(
            "Failed to parse SessionDescription. " + text + " is no number");
      }
    }

    Sdp finish() {
      endSection();
      if (session == null) {
        throw DomException.operationError("Failed to parse SessionDescription. Expect line: o=");
      }
      if (!media.isEmpty() && ufrag.isEmpty()) {
        throw DomException.operationError("A description without ice-ufrag");
      }
      List<String> once = candidates.stream().distinct().toList();
      return new Sdp(session, version, ufrag, List.copyOf(media), once);
    }
  }
}
