package io.github.teapeer.selenium.benchmark;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.browser.BrowserPool;
import io.github.teapeer.selenium.browser.BrowserSession;
import io.github.teapeer.selenium.machine.PageProcess;
import io.github.teapeer.selenium.server.PeerServer;
import io.github.teapeer.selenium.server.ServerKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares this project's client with PeerJS and with a bare channel, in one page, round after
 * round.
 */
public final class ChannelBenchmark {
  private static final int MEGABYTES = 64;
  private static final int MESSAGES = 20_000;
  private static final int ROUND_TRIPS = 1_000;
  private static final int MESSAGES_TO_WARM_UP = 2_000;
  private static final int MESSAGES_AWAITED = 5_000;
  private static final int LOADS_A_ROUND = 5;
  private static final int LOADS_AT_ONCE = 10;
  private static final int CONNECTIONS_AGAIN = 3;
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      benchmark[arguments[0]](arguments[1]).then(result => done({result}), failure => done({failure: String(failure)}));
      """;

  private static final String COLLECT =
      "(window.wrappedJSObject ?? window).TestUtils.gc().then(arguments[arguments.length - 1]);";

  private final BrowserSession browser;
  private final int port;
  private final Results results =
      new Results(Stream.of(Contestant.values()).map(Contestant::title).toArray(String[]::new));
  private PageProcess process;

  private ChannelBenchmark(BrowserSession browser, int port) {
    this.browser = browser;
    this.port = port;
  }

  /**
   * Measures, and prints a table for each browser.
   *
   * @param arguments the number of rounds, and the browsers; without them 5 rounds in Chromium and
   *     in Firefox
   * @throws IOException when no server can be started
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    List<BrowserKind> kinds =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).map(BrowserKind::valueOf).toList()
            : List.of(BrowserKind.CHROMIUM, BrowserKind.FIREFOX);
    try (BrowserPool browsers = new BrowserPool();
        PeerServer server = ServerKind.OURS.start();
        BenchmarkServer pages = new BenchmarkServer()) {
      for (BrowserKind kind : kinds) {
        BrowserSession browser = browsers.browser(kind, 0);
        browser.navigate(pages.address());
        ChannelBenchmark benchmark = new ChannelBenchmark(browser, server.port());
        benchmark.run(rounds);
        System.out.println(
            benchmark.results.table("%s, medians of %d rounds".formatted(kind, rounds)));
      }
    }
  }

  private void run(int rounds) {
    process = PageProcess.find(this::warmUp);
    List<Contestant> order = Arrays.asList(Contestant.values());
    for (int round = 0; round < rounds; round++) {
      Collections.rotate(order, 1);
      order.forEach(this::measureLoad);
      order.forEach(this::measureBinary);
      order.forEach(this::measureJson);
    }
  }

  private void warmUp() {
    for (Contestant contestant : Contestant.values()) {
      connect(contestant, "binary");
      ask("large", contestant, Map.of("count", 8));
      ask("small", contestant, Map.of("count", MESSAGES_TO_WARM_UP));
      ask("close", contestant, Map.of());
    }
  }

  private void measureLoad(Contestant contestant) {
    for (int i = 0; i < LOADS_A_ROUND; i++) {
      results.add(
          "load the script, ms",
          contestant.title(),
          time("load", contestant, Map.of("count", LOADS_AT_ONCE)));
    }
  }

  private void measureBinary(Contestant contestant) {
    results.add(
        "connect, the first time in a page, ms", contestant.title(), connect(contestant, "binary"));
    for (int i = 0; i < CONNECTIONS_AGAIN; i++) {
      results.add(
          "connect again, ms", contestant.title(), time("connectAgain", contestant, Map.of()));
    }
    collectGarbage();
    double memory = process.memory();
    process.resetPeak();
    double busy = process.mainThreadMillis();
    double time = time("large", contestant, Map.of("count", MEGABYTES));
    results.add("64 x 1 MiB binary, MiB/s", contestant.title(), MEGABYTES / time * 1000);
    results.add(
        "64 x 1 MiB binary, main thread, ms",
        contestant.title(),
        process.mainThreadMillis() - busy);
    results.add(
        "64 x 1 MiB binary, memory peak, MB", contestant.title(), process.peakMemory() - memory);
    measureMessages(contestant, "binary");
    @SuppressWarnings("unchecked") // as the page says
    List<Number> times = (List<Number>) ask("roundTrips", contestant, Map.of("count", ROUND_TRIPS));
    List<Double> trips = times.stream().map(Number::doubleValue).toList();
    results.add("round trip, p50, ms", contestant.title(), Results.percentile(trips, 50));
    results.add("round trip, p99, ms", contestant.title(), Results.percentile(trips, 99));
    ask("close", contestant, Map.of());
  }

  /** How far a process grows depends on the garbage of others that it has to begin with. */
  private void collectGarbage() {
    if (browser.kind() == BrowserKind.FIREFOX) {
      browser.driver().executeAsyncScript(COLLECT);
    } else {
      browser.devTools().execute("HeapProfiler.collectGarbage", Map.of());
    }
  }

  private void measureJson(Contestant contestant) {
    connect(contestant, "json");
    measureMessages(contestant, "json");
    ask("close", contestant, Map.of());
  }

  private void measureMessages(Contestant contestant, String serialization) {
    ask("small", contestant, Map.of("count", MESSAGES_TO_WARM_UP));
    double time = time("small", contestant, Map.of("count", MESSAGES));
    results.add(
        "small " + serialization + " messages a second",
        contestant.title(),
        MESSAGES / time * 1000);
    double awaited = time("awaited", contestant, Map.of("count", MESSAGES_AWAITED));
    results.add(
        "small " + serialization + " messages a second, each awaited",
        contestant.title(),
        MESSAGES_AWAITED / awaited * 1000);
  }

  private double connect(Contestant contestant, String serialization) {
    return time("connect", contestant, Map.of("serialization", serialization, "port", port));
  }

  private double time(String command, Contestant contestant, Map<String, ?> arguments) {
    return ((Number) ask(command, contestant, arguments)).doubleValue();
  }

  private Object ask(String command, Contestant contestant, Map<String, ?> arguments) {
    Map<String, Object> all = new LinkedHashMap<>(arguments);
    all.put("name", contestant.key());
    Map<?, ?> answer = (Map<?, ?>) browser.driver().executeAsyncScript(RUN, command, all);
    if (answer.containsKey("failure")) {
      throw new IllegalStateException(
          command + " of " + contestant.title() + ": " + answer.get("failure"));
    }
    return answer.get("result");
  }
}
