package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.internal.jetty.Answers.Exchange;
import io.github.teapeer.signaling.internal.realm.Client;
import io.github.teapeer.signaling.internal.realm.Credentials;
import io.github.teapeer.signaling.internal.realm.Transport;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Opens the streams of clients without a socket. */
final class Streams {
  /** In the query of those who read any number of lines at a time; see docs/protocol.md. */
  private static final String PROMPT = "teapeer";

  private final Sockets sockets;
  private final Answers answers;

  Streams(Sockets sockets, Answers answers) {
    this.sockets = sockets;
    this.answers = answers;
  }

  /** Answers a request for a stream. */
  void open(Exchange exchange) {
    Request request = exchange.request();
    String key = exchange.address().key();
    if (!sockets.realms().admits(key, Origins.of(request))) {
      answers.forbid(exchange);
    } else if (request.getLength() > sockets.limits().maxMessageSize()) {
      answers.send(exchange, HttpStatus.PAYLOAD_TOO_LARGE_413);
    } else {
      // What a page sends along means nothing, but has to be out of the way.
      Content.Source.consumeAll(
          request, Callback.from(() -> stream(exchange), exchange.callback()::failed));
    }
  }

  private void stream(Exchange exchange) {
    head(exchange);
    Transport transport = transport(exchange.query());
    Credentials credentials = exchange.address().credentials();
    ClientStream stream = new ClientStream(sockets, exchange, transport);
    exchange.request().addIdleTimeoutListener(timeout -> false); // the realm has one of its own
    HangUps.watch(exchange.request(), stream::fail);
    Optional<Client> client = sockets.realms().of(credentials.key()).connect(credentials, stream);
    client.ifPresent(stream::belongsTo);
    if (client.isEmpty() && transport.isOld()) {
      sockets.refusals().refused(credentials, stream);
    } else {
      stream.start();
    }
  }

  private static Transport transport(QueryParameters query) {
    if (query.has(PROMPT)) {
      return Transport.STREAM;
    }
    String number = query.get("i");
    return number.isEmpty() || number.equals("0")
        ? Transport.OLD_STREAM
        : Transport.RENEWED_OLD_STREAM;
  }

  private void head(Exchange exchange) {
    exchange.response().setStatus(HttpStatus.OK_200);
    answers.allowOrigin(exchange);
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, Answers.PLAIN);
    // Browsers would otherwise wait for more to guess the type from, and proxies for all of it.
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Accel-Buffering", "no");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    HttpVersion version = exchange.request().getConnectionMetaData().getHttpVersion();
    if (version == HttpVersion.HTTP_1_1) {
      headers.put(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED); // its end is to be seen
      headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE); // it is watched: see HangUps
    }
  }
}
