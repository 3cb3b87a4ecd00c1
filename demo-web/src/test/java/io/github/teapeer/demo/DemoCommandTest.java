package io.github.teapeer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DemoCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void itSaysWhereTheDemoRunsAndEndsIt() {
    AtomicReference<URI> url = new AtomicReference<>();
    AtomicInteger status = new AtomicInteger();
    int exit =
        run(
            demo -> {
              url.set(demo.url());
              status.set(status(demo.url()));
            },
            "--port=0");
    assertThat(exit).isZero();
    assertThat(status).hasValue(200);
    assertThat(out.toString())
        .isEqualToIgnoringNewLines("The demo runs at " + url + " until you press Ctrl-C.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void itListensAtTheHostItIsGiven() {
    AtomicReference<URI> url = new AtomicReference<>();
    int exit = run(demo -> url.set(demo.url()), "--host", "127.0.0.1", "-p", "0");
    assertThat(exit).isZero();
    assertThat(url.get()).hasHost("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=65536", "--port=-1", "--port=tea", "--host=", "--cups=3"})
  void argumentsThatMakeNoSenseAreRefused(String argument) {
    int exit = run(demo -> {}, argument);
    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("Error: ").contains("--help").hasLineCount(2);
  }

  @Test
  void aTakenPortIsSaidInOneLine() {
    AtomicInteger second = new AtomicInteger();
    run(demo -> second.set(run(other -> {}, "--port=" + demo.port())), "--port=0");
    assertThat(second).hasValue(1);
    assertThat(err.toString()).startsWith("Error: Cannot listen at localhost").hasLineCount(1);
  }

  @Test
  void helpNamesTheOptions() {
    assertThat(run(demo -> {}, "--help")).isZero();
    assertThat(out.toString()).contains("--port", "--host", "9000", "localhost");
  }

  private int run(DemoCommand.Pastime pastime, String... args) {
    CommandLine command = Main.commandLine(new DemoCommand(pastime));
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  private static int status(URI url) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(url).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException e) {
      throw new AssertionError(url + " does not answer", e);
    }
  }
}
