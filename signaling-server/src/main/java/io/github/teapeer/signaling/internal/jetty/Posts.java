package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.internal.jetty.Answers.Exchange;
import io.github.teapeer.signaling.internal.realm.Client;
import io.github.teapeer.signaling.internal.realm.Realm;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;

/** Takes in the messages of clients that have no socket, one a request. */
final class Posts {
  /** What a client posts that leaves and wants nobody told, as one does that closes its socket. */
  static final String GOODBYE = "close";

  private final Sockets sockets;
  private final Answers answers;

  Posts(Sockets sockets, Answers answers) {
    this.sockets = sockets;
    this.answers = answers;
  }

  /** Answers a post: 200 when it has been passed on and the next one may come. */
  void take(Exchange exchange) {
    Address address = exchange.address();
    if (!sockets.realms().admits(address.key(), Origins.of(exchange.request()))) {
      afterwards(exchange, () -> answers.forbid(exchange));
    } else if (!sockets.realms().knows(address.key())) {
      refuse(exchange, HttpStatus.UNAUTHORIZED_401);
    } else if (exchange.request().getLength() > sockets.limits().maxMessageSize()) {
      refuse(exchange, HttpStatus.PAYLOAD_TOO_LARGE_413);
    } else {
      Realm realm = sockets.realms().of(address.key());
      realm.find(address.credentials(), client -> take(exchange, realm, client));
    }
  }

  private void take(Exchange exchange, Realm realm, Optional<Client> client) {
    if (client.isEmpty()) {
      refuse(exchange, HttpStatus.UNAUTHORIZED_401);
    } else if (!client.get().beginPost(sockets.limits().maxPosts())) {
      refuse(exchange, HttpStatus.TOO_MANY_REQUESTS_429);
    } else {
      new Post(exchange, realm, client.get()).read();
    }
  }

  private void refuse(Exchange exchange, int status) {
    afterwards(exchange, () -> answers.send(exchange, status));
  }

  /** Answers when the body has been sent, if that ends soon. */
  private void afterwards(Exchange exchange, Runnable answer) {
    long length = exchange.request().getLength();
    if (length > 0 && length <= 2L * sockets.limits().maxMessageSize()) {
      Remainder.discard(exchange.request(), answer);
    } else {
      answer.run();
    }
  }

  /** One post, from the first byte of its body to its answer. */
  private final class Post {
    private final Exchange exchange;
    private final Realm realm;
    private final Client client;
    private final MessageAssembler assembler =
        new MessageAssembler(sockets.limits().maxMessageSize(), sockets.budget());

    Post(Exchange exchange, Realm realm, Client client) {
      this.exchange = exchange;
      this.realm = realm;
      this.client = client;
    }

    void read() {
      Optional<String> message = Optional.empty();
      while (message.isEmpty()) {
        Content.Chunk chunk = exchange.request().read();
        if (chunk == null) {
          exchange.request().demand(this::read);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          end();
          exchange.callback().failed(chunk.getFailure());
          return;
        }
        try {
          message = assembler.add(chunk.getByteBuffer(), chunk.isLast());
        } catch (MessageTooLargeException e) {
          answer(HttpStatus.PAYLOAD_TOO_LARGE_413);
          return;
        } catch (BadPayloadException e) {
          answer(HttpStatus.BAD_REQUEST_400);
          return;
        } finally {
          chunk.release();
        }
      }
      received(message.get());
    }

    private void received(String body) {
      String verb = exchange.address().verb();
      if (verb.equals(GOODBYE)) {
        realm.goodbye(client);
        answer(HttpStatus.OK_200);
        return;
      }
      String message =
          body.isEmpty() ? "{\"type\":\"" + verb.toUpperCase(Locale.ROOT) + "\"}" : body;
      int rate = sockets.limits().maxMessageRate();
      long pause = client.pace().take(message.length(), rate, System.nanoTime());
      Runnable done = () -> answer(HttpStatus.OK_200);
      Runnable next = pause == 0 ? done : () -> sockets.after(pause, done);
      if (!realm.accept(client, message, next)) {
        answer(HttpStatus.BAD_REQUEST_400);
      }
    }

    private void answer(int status) {
      end();
      answers.send(exchange, status);
    }

    private void end() {
      assembler.close();
      client.endPost();
    }
  }
}
