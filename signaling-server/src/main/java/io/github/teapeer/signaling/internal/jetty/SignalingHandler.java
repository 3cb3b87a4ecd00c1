package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.RegisteredKey;
import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.internal.jetty.Answers.Exchange;
import io.github.teapeer.signaling.internal.realm.Credentials;
import io.github.teapeer.signaling.internal.realm.Realm;
import io.github.teapeer.signaling.internal.realm.RealmSettings;
import io.github.teapeer.signaling.internal.realm.Realms;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a realm on the network: its sockets and HTTP addresses. What is not signalling goes to the
 * wrapped handler, and what that one does not want is left to others.
 */
public final class SignalingHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(SignalingHandler.class);
  private static final long SWEEP_MILLIS = 250;

  private final SignalingServerOptions options;
  private final Routes routes;
  private final LifeCycle.Listener serverStopping =
      new LifeCycle.Listener() {
        @Override
        public void lifeCycleStopping(LifeCycle server) {
          closeRealm();
        }
      };
  private volatile Running running;

  /** What exists between start and stop. */
  private record Running(
      WebSocketMappings upgrades,
      Sockets sockets,
      Answers answers,
      HttpApi api,
      Streams streams,
      Posts posts,
      ScheduledThreadPoolExecutor timer,
      Future<?> sweeping) {}

  /** A handler that is yet to be given to a server. */
  public SignalingHandler(SignalingServerOptions options) {
    super(options.staticHandler().orElse(null));
    this.options = options;
    Set<String> registered =
        options.registeredKeys().stream().map(RegisteredKey::key).collect(Collectors.toSet());
    this.routes = new Routes(options.path(), registered::contains);
  }

  @Override
  protected void doStart() throws Exception {
    LongSupplier clock = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    Realms realms =
        new Realms(options.key(), options.registeredKeys(), key -> new Realm(settings(key), clock));
    ScheduledThreadPoolExecutor timer = timer();
    SharedBudget budget = new SharedBudget(options.limits().maxBuffered());
    Refusals refusals = new Refusals((millis, task) -> later(timer, millis, task));
    Sockets sockets =
        new Sockets(
            realms,
            options.limits(),
            budget,
            clock,
            refusals,
            new Turns(),
            getServer().getThreadPool(),
            timer);
    Answers answers = new Answers(options.cors(), realms);
    running =
        new Running(
            new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(getServer())),
            sockets,
            answers,
            new HttpApi(
                realms,
                answers,
                options.allowDiscovery(),
                options.limits().maxIdLength(),
                options.turnCredentials()),
            new Streams(sockets, answers),
            new Posts(sockets, answers),
            timer,
            timer.scheduleWithFixedDelay(
                () -> sweep(realms), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS));
    getServer().addEventListener(serverStopping);
    super.doStart();
  }

  /** A timer that forgets what is cancelled, and what comes after its end. */
  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "signaling-timer");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static void later(ScheduledThreadPoolExecutor timer, long millis, Runnable task) {
    Future<?> unused = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  private RealmSettings settings(Optional<RegisteredKey> key) {
    return new RealmSettings(
        key.map(RegisteredKey::key).orElse(options.key()),
        options.expireTimeout(),
        options.aliveTimeout(),
        options.leaveGrace(),
        options.concurrentLimit(),
        options.generateClientId(),
        options.limits(),
        options.listener(),
        key.map(registered -> options.pingInterval()));
  }

  private static void sweep(Realms realms) {
    try {
      realms.sweep();
    } catch (RuntimeException e) {
      LOG.error(
          "A sweep failed; the next one goes on", e); // a throwing task would not be run again
    }
  }

  /**
   * Closes the realm, which must not take the end of its sockets for the end of their clients.
   * Jetty closes the sockets before it stops the handlers.
   */
  private void closeRealm() {
    Running stopped = running;
    running = null;
    if (stopped != null) {
      stopped.sockets().realms().close();
      stopped.sweeping().cancel(false);
      stopped.timer().shutdownNow();
    }
  }

  @Override
  protected void doStop() throws Exception {
    getServer().removeEventListener(serverStopping);
    closeRealm();
    super.doStop();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Running now = running;
    if (now == null) {
      return false; // it is being stopped
    }
    Address address = routes.of(Request.getPathInContext(request));
    Exchange exchange = new Exchange(address, request, response, callback);
    return switch (address.route()) {
      case SOCKET ->
          upgrade(now, request, response, callback) || super.handle(request, response, callback);
      case ID, PEERS -> now.api().handle(exchange);
      case STREAM, POST -> post(now, exchange);
      case ACTIVE_LIST, ACTIVE_COUNT ->
          now.sockets().realms().hasRegistered()
              ? now.api().handle(exchange)
              : super.handle(request, response, callback);
      case INFO, OTHER -> super.handle(request, response, callback) || now.api().handle(exchange);
      case ELSEWHERE -> super.handle(request, response, callback);
    };
  }

  private static boolean post(Running now, Exchange exchange) throws IOException {
    if (!HttpMethod.POST.is(exchange.request().getMethod())) {
      return now.api().handle(exchange);
    }
    if (exchange.address().route() == Route.STREAM) {
      now.streams().open(exchange);
    } else {
      now.posts().take(exchange);
    }
    return true;
  }

  private boolean upgrade(Running now, Request request, Response response, Callback callback) {
    WebSocketNegotiator negotiator = (asked, answer, negotiated) -> socket(now, request, answer);
    return now.upgrades()
        .upgrade(negotiator, new Unaddressed(request), response, callback, this::configure);
  }

  /** Makes the handler of a new socket. */
  private static FrameHandler socket(Running now, Request request, ServerUpgradeResponse response) {
    // Compression would cost every idle socket more memory than all the rest of it.
    response.setExtensions(List.of());
    QueryParameters query = QueryParameters.parse(request.getHttpURI().getQuery());
    return new ClientSocket(
        now.sockets(),
        new Credentials(query.get("key"), query.get("id"), query.get("token")),
        Origins.of(request));
  }

  /**
   * Hides the address: Jetty would keep it and all its parameters for as long as the socket is
   * open, which is a quarter of what an idle socket takes up.
   */
  private static final class Unaddressed extends Request.Wrapper {
    private static final HttpURI ADDRESS = HttpURI.from("/");

    Unaddressed(Request request) {
      super(request);
    }

    @Override
    public HttpURI getHttpURI() {
      return ADDRESS;
    }
  }

  private void configure(Configuration socket) {
    socket.setMaxFrameSize(options.limits().maxMessageSize());
    socket.setIdleTimeout(Duration.ZERO); // the realm has a timeout of its own
  }
}
