package io.github.teapeer.demo;

import java.net.URL;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the pages and the client's files out of the class path. */
final class DemoPages {
  private DemoPages() {}

  /** A handler that answers with the files, and leaves what is none of them to others. */
  static Handler handler() {
    ResourceHandler files = new Utf8Files();
    ResourceFactory resources = ResourceFactory.of(files);
    files.setBaseResource(
        ResourceFactory.combine(
            directory(resources, DemoPages.class.getResource("pages/"), "the demo's pages"),
            directory(resources, ClientFiles.directory(), "the client's files")));
    files.setWelcomeFiles("index.html");
    files.setDirAllowed(false);
    files.setCacheControl("no-store"); // whoever changes a page or the client wants to see it
    return new PageHeaders(files);
  }

  private static Resource directory(ResourceFactory resources, URL url, String what) {
    Resource directory = url == null ? null : resources.newResource(url);
    if (directory == null || !directory.isDirectory()) {
      throw new IllegalStateException("The class path lacks " + what);
    }
    return directory;
  }

  /** Says that its texts are UTF-8, which Jetty leaves open. */
  private static final class Utf8Files extends ResourceHandler {
    private static final MimeTypes TYPES = types();

    private static MimeTypes types() {
      MimeTypes.Mutable types = new MimeTypes.Mutable();
      types.addMimeMapping("html", "text/html; charset=utf-8");
      types.addMimeMapping("css", "text/css; charset=utf-8");
      types.addMimeMapping("js", "text/javascript; charset=utf-8");
      types.addMimeMapping("mjs", "text/javascript; charset=utf-8");
      types.addMimeMapping("map", "application/json");
      return types;
    }

    /** What {@link #setMimeTypes} sets is replaced by the server's when the handler starts. */
    @Override
    public MimeTypes getMimeTypes() {
      return TYPES;
    }
  }
}
