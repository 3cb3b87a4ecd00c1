package io.github.teapeer.selenium.benchmark;

import java.nio.ByteBuffer;
import java.util.Random;

/** The ways in which clients misbehave. All of it is bounded in number, and goes to loopback. */
enum Fault {
  /** Clients that do not read what they are sent. */
  SLOW_READERS("readers that stop reading", true),
  /** Clients that have gone without a word. */
  HALF_OPEN("500 half-open sockets", true),
  /** Clients that send to each other without end. */
  FLOOD("4 clients that flood their peers", true),
  /** Clients that send what is no message without end. */
  NONSENSE("4 clients that flood with nonsense", true),
  /** Clients that send to peers who are not there. */
  ABSENT("4 clients that flood absent peers", true),
  /** Messages that are much too long. */
  LONG_MESSAGES("messages of 4 MB", true),
  /** Addresses and headers that are much too long. */
  LONG_HEADS("addresses and headers of 1 MB", true),
  /** Frames that are none. */
  MALFORMED("frames of random bytes", true),
  /** Requests that are begun and not ended, a byte now and then. */
  HALF_HANDSHAKES("2,000 half-finished handshakes", true),
  /** HTTP streams that nobody reads. */
  UNREAD_STREAMS("HTTP streams that nobody reads", false),
  /** Posts that are begun and not ended, a byte now and then. */
  ENDLESS_POSTS("300 posts that do not end", false);

  private static final int FEW = 4;
  private static final int MEGABYTE = 1_000_000;

  private final String title;
  private final boolean everywhere;

  Fault(String title, boolean everywhere) {
    this.title = title;
    this.everywhere = everywhere;
  }

  /** What tables call it. */
  String title() {
    return title;
  }

  /** Whether npm's server, which has no HTTP streams, has what it is about. */
  boolean concerns(MeasuredServer.Kind kind) {
    return everywhere || kind == MeasuredServer.Kind.OURS;
  }

  /** Whether the server should get rid of those who do it, and can by its timeouts alone. */
  boolean isToBeEnded() {
    return switch (this) {
      case SLOW_READERS, HALF_OPEN, HALF_HANDSHAKES, UNREAD_STREAMS, ENDLESS_POSTS -> true;
      default -> false;
    };
  }

  /** Whether they are got rid of because others wait for them, which takes five seconds. */
  boolean endsByStalling() {
    return this == SLOW_READERS || this == UNREAD_STREAMS;
  }

  /** Begins it. */
  Attack begin(int port) {
    return switch (this) {
      case SLOW_READERS -> slowReaders(port);
      case HALF_OPEN -> halfOpen(port);
      case FLOOD -> flood(port);
      case NONSENSE -> nonsense(port);
      case ABSENT -> absent(port);
      case LONG_MESSAGES -> longMessages(port);
      case LONG_HEADS -> longHeads(port);
      case MALFORMED -> malformed(port);
      case HALF_HANDSHAKES -> halfHandshakes(port);
      case UNREAD_STREAMS -> unreadStreams(port);
      case ENDLESS_POSTS -> endlessPosts(port);
    };
  }

  private static String offer(String dst, int size) {
    return "{\"type\":\"OFFER\",\"dst\":\"%s\",\"payload\":\"%s\"}"
        .formatted(dst, "x".repeat(size));
  }

  private static void send(Attack attack, RawClient sender, byte[] frame) {
    attack.repeat(() -> sender.send(frame));
  }

  private static Attack slowReaders(int port) {
    Attack attack = new Attack(port);
    Attack senders = new Attack(port);
    for (int i = 0; i < FEW; i++) {
      attack.join("slow-" + i);
      send(attack, senders.join("to-slow-" + i), LoadSocket.frame(offer("slow-" + i, 50_000)));
    }
    return attack.with(senders);
  }

  private static Attack halfOpen(int port) {
    Attack attack = new Attack(port);
    for (int i = 0; i < 500; i++) {
      attack.join("half-" + i);
    }
    return attack;
  }

  private static Attack flood(int port) {
    Attack attack = new Attack(port);
    for (int i = 0; i < FEW; i++) {
      RawClient victim = attack.join("flooded-" + i);
      attack.repeat(victim::drain);
      send(attack, attack.join("flooder-" + i), LoadSocket.frame(offer("flooded-" + i, 1500)));
    }
    return attack;
  }

  private static Attack nonsense(int port) {
    Attack attack = new Attack(port);
    byte[] frames = repeated(LoadSocket.frame("{\"type\":"), 1000);
    for (int i = 0; i < FEW; i++) {
      send(attack, attack.join("nonsense-" + i), frames);
    }
    return attack;
  }

  private static Attack absent(int port) {
    Attack attack = new Attack(port);
    for (int i = 0; i < FEW; i++) {
      RawClient sender = attack.join("absent-" + i);
      send(attack, sender, LoadSocket.frame(offer("nobody-" + i, 20_000)));
      attack.repeat(sender::drain);
    }
    return attack;
  }

  private static byte[] repeated(byte[] bytes, int times) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length * times);
    while (all.hasRemaining()) {
      all.put(bytes);
    }
    return all.array();
  }

  /** A text frame with its length in eight bytes, masked with zeros. */
  private static byte[] longFrame(int size) {
    ByteBuffer frame = ByteBuffer.allocate(size + 14).putShort((short) 0x81ff).putLong(size);
    return frame.array();
  }

  private static Attack longMessages(int port) {
    Attack attack = new Attack(port);
    byte[] frame = longFrame(4 * MEGABYTE);
    for (int i = 0; i < 2; i++) {
      String id = "long-" + i;
      attack.repeatAnew(
          client -> {
            client.send(RawClient.upgrade(port, id + System.nanoTime()));
            client.readUntil("OPEN");
            client.send(frame);
            client.drain();
          });
    }
    return attack;
  }

  private static Attack longHeads(int port) {
    Attack attack = new Attack(port);
    String much = "x".repeat(MEGABYTE);
    attack.repeatAnew(
        client -> {
          client.send("GET /peerjs/id?ts=" + much + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
          client.drain();
        });
    attack.repeatAnew(
        client -> {
          client.send("GET /peerjs/id HTTP/1.1\r\nHost: localhost\r\nX: " + much + "\r\n\r\n");
          client.drain();
        });
    return attack;
  }

  private static Attack malformed(int port) {
    Attack attack = new Attack(port);
    long seed = System.nanoTime();
    System.out.println("Random frames of seed " + seed);
    Random random = new Random(seed);
    attack.repeatAnew(
        client -> {
          client.send(RawClient.upgrade(port, "odd-" + random.nextInt()));
          client.readUntil("OPEN");
          byte[] bytes = new byte[random.nextInt(5000)];
          random.nextBytes(bytes);
          client.send(bytes);
          if (client.isLetGo(100)) {
            return;
          }
          client.send(bytes); // it has only begun a long frame, so far
        });
    return attack;
  }

  private static Attack halfHandshakes(int port) {
    Attack attack = new Attack(port);
    drip(attack, 2000, "GET /peerjs?key=peerjs&id=a&token=t HTTP/1.1\r\nHost: localhost\r\nX: ");
    return attack;
  }

  private static Attack endlessPosts(int port) {
    Attack attack = new Attack(port);
    Attack posting = new Attack(port);
    for (int i = 0; i < 10; i++) {
      posting.join("posting-" + i);
      String head = "POST /peerjs/posting-%d/posting-%d/offer HTTP/1.1\r\n".formatted(i, i);
      drip(attack, 30, head + "Host: localhost\r\nContent-Length: 200000\r\n\r\n{");
    }
    return attack.with(posting);
  }

  /** Begins many requests, and sends a byte of each now and then. */
  private static void drip(Attack attack, int count, String begun) {
    for (int i = 0; i < count; i++) {
      RawClient client = attack.connect();
      attack.tryTo(() -> client.send(begun));
      attack.drip(() -> client.send("x"));
    }
  }

  private static Attack unreadStreams(int port) {
    Attack attack = new Attack(port);
    Attack senders = new Attack(port);
    for (int i = 0; i < FEW; i++) {
      String id = "unread-" + i;
      RawClient stream = attack.connect();
      attack.tryTo(
          () ->
              stream.send(
                  "POST /peerjs/%s/T/id?i=0&teapeer=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
                      .formatted(id)));
      attack.tryTo(() -> stream.readUntil("OPEN"));
      send(attack, senders.join("to-" + id), LoadSocket.frame(offer(id, 50_000)));
    }
    return attack.with(senders);
  }
}
