package io.github.teapeer.signaling.internal.jetty;

import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.internal.realm.Credentials;
import io.github.teapeer.signaling.internal.realm.Realm;
import io.github.teapeer.signaling.internal.realm.RealmSettings;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
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
  private Running running;

  /** What exists between start and stop. */
  private record Running(
      ServerWebSocketContainer container,
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
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "signaling-timer");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    Future<?> sweeping =
        timer.scheduleWithFixedDelay(
            () -> sweep(realm), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    ServerWebSocketContainer container = ServerWebSocketContainer.ensure(getServer());
    running =
        new Running(
            container,
            new Sockets(realm, options.limits(), clock, timer),
            new HttpApi(realm, options.cors(), options.allowDiscovery()),
            timer,
            sweeping);
    super.doStart();
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

  @Override
  protected void doStop() throws Exception {
    Running stopped = running;
    if (stopped != null) {
      stopped.sockets().realm().close();
      stopped.sweeping().cancel(false);
      stopped.timer().shutdownNow();
    }
    super.doStop();
    running = null;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Route route = routes.of(Request.getPathInContext(request));
    return switch (route) {
      case SOCKET ->
          upgrade(request, response, callback) || super.handle(request, response, callback);
      case ID, PEERS -> running.api().handle(route, request, response, callback);
      case INFO, OTHER ->
          super.handle(request, response, callback)
              || running.api().handle(route, request, response, callback);
      case ELSEWHERE -> super.handle(request, response, callback);
    };
  }

  private boolean upgrade(Request request, Response response, Callback callback) {
    return running.container().upgrade(this::socket, request, response, callback);
  }

  private Object socket(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    // Compression would cost every idle socket more memory than all the rest of it.
    response.setExtensions(List.of());
    QueryParameters query = QueryParameters.parse(request.getHttpURI().getQuery());
    return new ClientSocket(
        running.sockets(), new Credentials(query.get("key"), query.get("id"), query.get("token")));
  }
}
