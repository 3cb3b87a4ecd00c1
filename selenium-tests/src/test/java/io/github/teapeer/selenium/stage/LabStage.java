package io.github.teapeer.selenium.stage;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.browser.BrowserSession;
import io.github.teapeer.selenium.network.NatLab;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.page.PageServer;
import io.github.teapeer.selenium.page.TestPage;
import io.github.teapeer.signaling.SignalingServer;
import io.github.teapeer.signaling.SignalingServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The NAT lab with Chromium in one household and Firefox in the other, and with the servers that
 * they need. Open until {@link #close()}.
 */
public final class LabStage implements AutoCloseable {
  private static final String PAGE = "page.html";

  private final NatLab lab;
  private final PageServer pages;
  private final SignalingServer server;
  private final BrowserSession chromium;
  private final BrowserSession firefox;

  private LabStage(NatLab lab) {
    this.lab = lab;
    pages = new PageServer(NatLab.SERVER);
    SignalingServerOptions options =
        SignalingServerOptions.builder().host(NatLab.SERVER).port(0).build();
    try {
      server = SignalingServer.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chromium = BrowserKind.CHROMIUM.start(lab.first().home(), pages.origin());
    firefox = BrowserKind.FIREFOX.start(lab.second().home(), pages.origin());
  }

  /**
   * Builds the lab and starts everything in it.
   *
   * @throws IllegalStateException where there can be no lab
   */
  public static LabStage open() {
    NatLab lab = NatLab.build();
    try {
      return new LabStage(lab);
    } catch (RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  /** The lab. */
  public NatLab lab() {
    return lab;
  }

  /**
   * A peer in each household, both open.
   *
   * @param config their option {@code config}
   */
  public LabPair meet(Map<String, ?> config) {
    Map<String, ?> options = Map.of("host", NatLab.SERVER, "port", server.port(), "config", config);
    URI page = pages.address(Library.OURS, PAGE);
    List<OpenPeer> peers =
        List.of(chromium, firefox).stream()
            .map(browser -> TestPage.load(browser, Library.OURS, page))
            .map(loaded -> OpenPeer.create(loaded, "peer", options))
            .toList();
    return new LabPair(peers.get(0), peers.get(1));
  }

  @Override
  public void close() {
    try (lab;
        pages;
        chromium;
        firefox) {
      server.close();
    }
  }
}
