package io.github.teapeer.signaling.cli;

import io.github.teapeer.signaling.SignalingServer;
import io.github.teapeer.signaling.SignalingServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs a signalling server until it is interrupted. It takes the options of npm's {@code peerjs}
 * command; {@code --help} lists them.
 *
 * <p>Exit codes: 0 after an interrupt or {@code --help}, 1 if the server cannot start, 2 if the
 * arguments make no sense.
 */
public final class Main {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Main() {}

  /**
   * Runs the command.
   *
   * @param args its arguments
   */
  public static void main(String[] args) {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "warn");
    }
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(execute(new ServerCommand(options -> run(options, out)), out, err, args));
  }

  /** Runs a command, and returns the exit code. */
  static int execute(ServerCommand command, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(command)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(
            (mistake, given) -> {
              CommandLine line = mistake.getCommandLine();
              line.getErr().println("Error: " + mistake.getMessage());
              line.getErr().println("Try --help.");
              return line.getCommandSpec().exitCodeOnInvalidInput();
            })
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println("Error: " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            })
        .execute(Stream.of(args).map(Main::withUnderscores).toArray(String[]::new));
  }

  /** {@code --expire-timeout} is {@code --expire_timeout}, whatever one is used to. */
  private static String withUnderscores(String arg) {
    if (!arg.startsWith("--")) {
      return arg;
    }
    int end = arg.indexOf('=') < 0 ? arg.length() : arg.indexOf('=');
    return "--" + arg.substring(2, end).replace('-', '_') + arg.substring(end);
  }

  private static void run(SignalingServerOptions options, PrintWriter out)
      throws IOException, InterruptedException {
    SignalingServer server = SignalingServer.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    out.printf(
        "Started the signalling server on %s, port: %d, path: %s%n",
        options.host().orElse("::"), server.port(), options.path());
    server.join();
  }
}
