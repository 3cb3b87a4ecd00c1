package io.github.teapeer.demo;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;

/**
 * Adds the headers that keep a browser from doing anything on these pages but what they need:
 * scripts, styles and icon from here, sockets to here, and nothing else from anywhere.
 */
final class PageHeaders extends Handler.Wrapper {
  PageHeaders(Handler pages) {
    super(pages);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Security-Policy", policy(request));
    headers.put("Permissions-Policy", "camera=(self), microphone=(self)");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    return super.handle(request, response, callback);
  }

  private static String policy(Request request) {
    String here =
        new HostPort(Request.getServerName(request), Request.getServerPort(request)).toString();
    return String.join(
        "; ",
        List.of(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            // Not every browser takes 'self' to cover sockets (CSP 3, 6.7.2.8).
            "connect-src 'self' ws://" + here + " wss://" + here,
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'"));
  }
}
