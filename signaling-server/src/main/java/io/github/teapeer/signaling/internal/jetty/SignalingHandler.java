package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.internal.realm.Credentials;
import io.github.teapeer.signaling.internal.realm.Realm;
import io.github.teapeer.signaling.internal.realm.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
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
      HttpApi api,
      ScheduledThreadPoolExecutor timer,
      Future<?> sweeping) {}

  /** A handler that is yet to be given to a server. */
  public SignalingHandler(SignalingServerOptions options) {
    super(options.staticHandler().orElse(null));
    this.options = options;
    this.routes = new Routes(options.path());
  }

  @Override
  protected void doStart() throws Exception {
    LongSupplier clock = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    Realm realm = new Realm(settings(), clock);
    ScheduledThreadPoolExecutor timer = timer();
    running =
        new Running(
            new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(getServer())),
            new Sockets(
                realm,
                options.limits(),
                new SharedBudget(options.limits().maxBuffered()),
                clock,
                timer),
            new HttpApi(realm, options.cors(), options.allowDiscovery()),
            timer,
            timer.scheduleWithFixedDelay(
                () -> sweep(realm), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS));
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

  private RealmSettings settings() {
    return new RealmSettings(
        options.key(),
        options.expireTimeout(),
        options.aliveTimeout(),
        options.leaveGrace(),
        options.concurrentLimit(),
        options.generateClientId(),
        options.limits(),
        options.listener());
  }

  private static void sweep(Realm realm) {
    try {
      realm.sweep();
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
      stopped.sockets().realm().close();
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
    Route route = routes.of(Request.getPathInContext(request));
    return switch (route) {
      case SOCKET ->
          upgrade(now, request, response, callback) || super.handle(request, response, callback);
      case ID, PEERS, STREAM -> now.api().handle(route, request, response, callback);
      case INFO, OTHER ->
          super.handle(request, response, callback)
              || now.api().handle(route, request, response, callback);
      case ELSEWHERE -> super.handle(request, response, callback);
    };
  }

  private boolean upgrade(Running now, Request request, Response response, Callback callback) {
    WebSocketNegotiator negotiator = (asked, answer, negotiated) -> socket(now, asked, answer);
    return now.upgrades().upgrade(negotiator, request, response, callback, this::configure);
  }

  /** Makes the handler of a new socket. */
  private static FrameHandler socket(
      Running now, ServerUpgradeRequest request, ServerUpgradeResponse response) {
    // Compression would cost every idle socket more memory than all the rest of it.
    response.setExtensions(List.of());
    QueryParameters query = QueryParameters.parse(request.getHttpURI().getQuery());
    return new ClientSocket(
        now.sockets(), new Credentials(query.get("key"), query.get("id"), query.get("token")));
  }

  private void configure(Configuration socket) {
    socket.setMaxFrameSize(options.limits().maxMessageSize());
    socket.setIdleTimeout(Duration.ZERO); // the realm has a timeout of its own
  }
}
