package io.github.teapeer.demo;

import picocli.CommandLine;

/**
 * Runs the demo until it is interrupted; {@code --help} lists the options.
 *
 * <p>Exit codes: 0 after an interrupt or {@code --help}, 1 if the demo cannot start, 2 if the
 * arguments make no sense.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the command.
   *
   * @param args its arguments
   */
  public static void main(String[] args) {
    System.exit(commandLine(new DemoCommand(Main::untilInterrupted)).execute(args));
  }

  /** The command, which says what went wrong in one line. */
  static CommandLine commandLine(DemoCommand command) {
    return new CommandLine(command)
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
              return line.getCommandSpec().exitCodeOnExecutionException();
            });
  }

  private static void untilInterrupted(DemoServer server) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    server.join();
  }
}
