package io.github.teapeer.client.simulation;

/**
 * A media section of a session description.
 *
 * @param kind {@code audio}, {@code video} or {@code application}
 * @param mid its identification
 * @param direction which way media flows
 * @param stream the id of the stream that the track is part of, or null
 * @param track the id of the track, or null
 * @param maxMessageSize the largest message that data channels take, of an application section
 * @param rejected whether the section is not used
 */
record MediaSection(
    String kind,
    String mid,
    MediaDirection direction,
    String stream,
    String track,
    int maxMessageSize,
    boolean rejected) {
  static MediaSection application(String mid, int maxMessageSize) {
    return new MediaSection(
        "application", mid, MediaDirection.SENDRECV, null, null, maxMessageSize, false);
  }

  static MediaSection rejected(String kind, String mid) {
    return new MediaSection(kind, mid, MediaDirection.INACTIVE, null, null, 0, true);
  }

  boolean isApplication() {
    return kind.equals("application");
  }
}
