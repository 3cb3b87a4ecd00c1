package io.github.teapeer.signaling.internal.jetty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.teapeer.signaling.TurnCredentials;
import io.github.teapeer.signaling.internal.jetty.Answers.Exchange;
import io.github.teapeer.signaling.internal.realm.Credentials;
import io.github.teapeer.signaling.internal.realm.Realms;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses for {@code GET}, with the bodies, types and CORS headers of PeerServer 1.0, and
 * those of SkyWay for registered keys.
 */
final class HttpApi {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final String INFO =
      "{\"name\":\"PeerJS Server\",\"description\":\"A server side element to broker connections between PeerJS"
          + " clients.\",\"website\":\"https://peerjs.com/\"}";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Realms realms;
  private final Answers answers;
  private final boolean allowDiscovery;
  private final int maxIdLength;
  private final Optional<TurnCredentials> turn;

  HttpApi(
      Realms realms,
      Answers answers,
      boolean allowDiscovery,
      int maxIdLength,
      Optional<TurnCredentials> turn) {
    this.realms = realms;
    this.answers = answers;
    this.allowDiscovery = allowDiscovery;
    this.maxIdLength = maxIdLength;
    this.turn = turn;
  }

  /** Answers, or returns false if there is nothing at that address for that method. */
  boolean handle(Exchange exchange) throws JsonProcessingException {
    String method = exchange.request().getMethod();
    if (HttpMethod.OPTIONS.is(method)) {
      answers.preflight(exchange);
      return true;
    }
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      return false;
    }
    switch (exchange.address().route()) {
      case INFO -> answers.send(exchange, HttpStatus.OK_200, Answers.JSON, INFO);
      case ID -> giveId(exchange);
      case PEERS, ACTIVE_LIST -> {
        if (mayList(exchange)) {
          String ids = MAPPER.writeValueAsString(idsOf(exchange));
          answers.send(exchange, HttpStatus.OK_200, Answers.JSON, ids);
        }
      }
      case ACTIVE_COUNT -> {
        if (mayList(exchange)) {
          ObjectNode count =
              MAPPER
                  .createObjectNode()
                  .put("name", "active_session")
                  .put("count", idsOf(exchange).size())
                  .put("api_key", exchange.address().key());
          answers.send(exchange, HttpStatus.OK_200, Answers.JSON, MAPPER.writeValueAsString(count));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private List<String> idsOf(Exchange exchange) {
    return realms.of(exchange.address().key()).ids();
  }

  /**
   * Whether a page may learn who is there: of a registered key that it may use, or of the other one
   * if the server allows it to everybody. If not, it is told so.
   */
  private boolean mayList(Exchange exchange) {
    String key = exchange.address().key();
    boolean active = exchange.address().route() != Route.PEERS;
    if (!realms.admits(key, Origins.of(exchange.request())) || (active && !realms.knows(key))) {
      answers.forbid(exchange);
      return false;
    }
    if (!realms.isRegistered(key) && !allowDiscovery) {
      answers.send(exchange, HttpStatus.UNAUTHORIZED_401);
      return false;
    }
    return true;
  }

  private void giveId(Exchange exchange) throws JsonProcessingException {
    String key = exchange.address().key();
    if (!realms.admits(key, Origins.of(exchange.request()))) {
      answers.forbid(exchange);
      return;
    }
    QueryParameters query = exchange.query();
    boolean detailed = realms.isRegistered(key) && query.has("id");
    String wanted = detailed ? query.get("id") : "";
    // What SkyWay's client makes of an id that the page did not give.
    boolean given = !wanted.isEmpty() && !wanted.equals("undefined") && !wanted.equals("null");
    if (given && new Credentials(key, wanted, "").objection(maxIdLength).isPresent()) {
      answers.send(exchange, HttpStatus.BAD_REQUEST_400);
      return;
    }
    String answer;
    try {
      String id = given ? wanted : realms.of(key).newId();
      answer = detailed ? withCredential(key, id) : id;
    } catch (RuntimeException e) {
      LOG.error("The id generator or the TURN credentials of the options failed", e);
      answers.send(exchange, HttpStatus.INTERNAL_SERVER_ERROR_500, Answers.PLAIN, "No id");
      return;
    }
    answers.send(exchange, HttpStatus.OK_200, detailed ? Answers.JSON : Answers.HTML, answer);
  }

  /** SkyWay's answer, with what else there is to know about the TURN servers. */
  private String withCredential(String key, String id) throws JsonProcessingException {
    ObjectNode answer = MAPPER.createObjectNode().put("id", id);
    if (turn.isEmpty()) {
      return MAPPER.writeValueAsString(answer.put("credential", ""));
    }
    TurnCredentials.TurnCredential issued = turn.get().issue(key, id);
    answer.put("credential", issued.credential());
    issued.username().ifPresent(username -> answer.put("username", username));
    issued.ttl().ifPresent(ttl -> answer.put("ttl", ttl.toSeconds()));
    if (!issued.urls().isEmpty()) {
      issued.urls().forEach(answer.putArray("urls")::add);
    }
    return MAPPER.writeValueAsString(answer);
  }
}
