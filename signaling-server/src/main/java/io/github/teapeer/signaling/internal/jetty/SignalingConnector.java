package io.github.teapeer.signaling.internal.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ProcessorUtils;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.util.thread.TryExecutor;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Handles what comes over WebSockets in the thread that has noticed it. Nothing here waits for
 * anything, so it need not wake another thread for the case that it does: that would take longer
 * than to pass a message on.
 */
final class SignalingConnector extends ServerConnector {
  SignalingConnector(Server server, ConnectionFactory... protocols) {
    super(server, lanes(server), null, null, -1, -1, protocols);
  }

  private static Lanes lanes(Server server) {
    int width = Math.max(1, ProcessorUtils.availableProcessors() / 2);
    return new Lanes(
        TryExecutor.asTryExecutor(server.getThreadPool()),
        WebSocketConnection.class::isInstance,
        width);
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint line = new Line(channel, selector, key, getScheduler());
    line.setIdleTimeout(getIdleTimeout());
    return line;
  }

  private static final class Line extends SocketChannelEndPoint {
    /** What was asked for last, and how it is done. A connection asks for the same every time. */
    private Callback asked;

    private Callback done;

    /** By one thread at a time, as its connection reads. */
    private boolean exhausted;

    Line(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
      super(channel, selector, key, scheduler);
    }

    @Override
    public void fillInterested(Callback callback) {
      super.fillInterested(promptly(callback));
    }

    @Override
    public boolean tryFillInterested(Callback callback) {
      return super.tryFillInterested(promptly(callback));
    }

    /**
     * Reads, and believes that there is no more if it got less than it had room for: to be told so
     * takes another call of the system for every message. The selector knows it if there is.
     */
    @Override
    public int fill(ByteBuffer buffer) throws IOException {
      if (exhausted) {
        exhausted = false;
        return 0;
      }
      int room = BufferUtil.space(buffer);
      int filled = super.fill(buffer);
      exhausted = filled > 0 && filled < room && getConnection() instanceof WebSocketConnection;
      return filled;
    }

    private Callback promptly(Callback callback) {
      if (!(getConnection() instanceof WebSocketConnection)) {
        return callback;
      }
      if (callback != asked) {
        asked = callback;
        done = new Prompt(callback);
      }
      return done;
    }
  }

  private record Prompt(Callback callback) implements Callback {
    @Override
    public void succeeded() {
      callback.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      callback.failed(cause);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
