package io.github.teapeer.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments of the demo. */
@Command(
    name = "teapeer-demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Serves pages that chat, call and send files, and the server that they need.")
final class DemoCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  /** What to do while the demo runs; it is closed afterwards. */
  interface Pastime {
    void spend(DemoServer server) throws InterruptedException;
  }

  private final Pastime pastime;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-p", "--port"},
      defaultValue = "9000",
      description = "Port to listen at; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = {"-H", "--host"},
      defaultValue = "localhost",
      description =
          "Address to listen at; 0.0.0.0 lets other devices in. Default: ${DEFAULT-VALUE}.")
  private String host;

  DemoCommand(Pastime pastime) {
    this.pastime = pastime;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw invalid("--port must be between 0 and " + MAX_PORT + ", not " + port);
    }
    if (host.isBlank()) {
      throw invalid("--host must not be blank");
    }
    try (DemoServer server = DemoServer.start(host, port)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("The demo runs at " + server.url() + " until you press Ctrl-C.");
      out.flush();
      pastime.spend(server);
    }
    return CommandLine.ExitCode.OK;
  }

  private ParameterException invalid(String complaint) {
    return new ParameterException(spec.commandLine(), complaint);
  }
}
