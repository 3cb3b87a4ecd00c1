package io.github.teapeer.signaling.internal.realm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of the realm, from its OPEN to its {@linkplain io.github.teapeer.signaling.Departure
 * departure}. Its connections may change in between.
 *
 * <p>The connection, whether it is gone and when it was heard last are read by any thread; all
 * changes but the last are made under the realm's lock.
 */
public final class Client {
  private final String id;
  private final String quotedId;
  private final String token;
  private final Transports transports;
  private volatile long lastHeard;
  private long lastAsked;
  private long lastProbed;
  private final AtomicInteger posts = new AtomicInteger();
  private final Pace pace = new Pace();
  private volatile boolean beating;
  private volatile boolean gone;
  private volatile Correspondents correspondents = Correspondents.NONE;

  Client(String id, String token, Connection connection, long now) {
    this.id = id;
    this.quotedId = ServerMessages.quote(id);
    this.token = token;
    this.transports = new Transports(connection);
    this.lastHeard = now;
    this.lastAsked = now;
    this.lastProbed = now;
  }

  /** The id by which others reach it. */
  public String id() {
    return id;
  }

  String quotedId() {
    return quotedId;
  }

  /** Compares without telling by its duration how much of the token was right. */
  boolean hasToken(String other) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** How fast it sends. */
  public Pace pace() {
    return pace;
  }

  /** The connection in use. */
  Connection connection() {
    return transports.current();
  }

  /** All its connections. */
  Transports transports() {
    return transports;
  }

  void heard(long now) {
    lastHeard = now;
  }

  boolean isSilentSince(long time) {
    return lastHeard <= time;
  }

  /**
   * Takes note that it is posting a message.
   *
   * @param limit how many it may be posting at a time
   * @return whether it may; if not, nothing has changed
   */
  public boolean beginPost(int limit) {
    return posts.getAndUpdate(count -> count < limit ? count + 1 : count) < limit;
  }

  /** Takes note that a post has been answered. */
  public void endPost() {
    posts.decrementAndGet();
  }

  /** Whether the last PING was some time ago; if so, the next one is sent now. By one thread. */
  boolean isToBeAsked(long now, long every) {
    if (now - lastAsked < every) {
      return false;
    }
    lastAsked = now;
    return true;
  }

  /** The same for probes of its connection. */
  boolean isToBeProbed(long now, long every) {
    if (now - lastProbed < every) {
      return false;
    }
    lastProbed = now;
    return true;
  }

  void beat() {
    beating = true;
  }

  /**
   * Whether it ever sent a heartbeat, without which its silence says nothing: PeerJS 0.3 sends
   * none.
   */
  boolean isBeating() {
    return beating;
  }

  boolean isGone() {
    return gone;
  }

  void setGone() {
    gone = true;
  }

  void talksWith(Client peer, int limit) {
    correspondents(limit).add(peer.id());
  }

  /** Made when they are needed: most clients never talk with anybody. */
  private Correspondents correspondents(int limit) {
    Correspondents known = correspondents;
    if (known != Correspondents.NONE) {
      return known;
    }
    synchronized (this) {
      if (correspondents == Correspondents.NONE) {
        correspondents = new Correspondents(limit);
      }
      return correspondents;
    }
  }

  void parted(String peer) {
    correspondents.remove(peer);
  }

  /** What to remember when it has gone. */
  AbsentClient absent() {
    return new AbsentClient(id, token, correspondents);
  }

  /** Takes over whom an earlier client talked with if it is that client, and says whether it is. */
  boolean continues(AbsentClient earlier) {
    if (!hasToken(earlier.token())) {
      return false;
    }
    correspondents = earlier.correspondents();
    return true;
  }
}
