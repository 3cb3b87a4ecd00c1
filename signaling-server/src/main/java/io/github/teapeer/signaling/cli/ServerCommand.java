package io.github.teapeer.signaling.cli;

import io.github.teapeer.signaling.CorsPolicy;
import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.SignalingServerOptions;
import io.github.teapeer.signaling.TlsIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments of the command. */
@Command(
    name = "teapeer-signaling-server",
    mixinStandardHelpOptions = true,
    versionProvider = ServerCommand.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    customSynopsis = "teapeer-signaling-server --port=<port> [<option>...]",
    description =
        "Runs a signalling server for PeerJS pages, with the options of npm's peerjs command.")
final class ServerCommand implements Callable<Integer> {
  /** What to do with the options; returns when the server has ended. */
  interface Runner {
    void run(SignalingServerOptions options) throws IOException, InterruptedException;
  }

  /** Says which version this is. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ServerCommand.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "unpackaged" : version};
    }
  }

  private final Runner runner;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-p", "--port"},
      required = true,
      defaultValue = "${env:PORT}",
      description = "Port to listen at; 0 for any free one. Default: the environment's PORT.")
  private int port;

  @Option(
      names = {"-H", "--host"},
      description = "Address to listen at. Default: all.")
  private String host;

  @Option(
      names = "--path",
      defaultValue = "${env:PEERSERVER_PATH:-/}",
      description = "Where the addresses begin. Default: the environment's PEERSERVER_PATH, or /.")
  private String path;

  @Option(
      names = {"-k", "--key"},
      defaultValue = "peerjs",
      description = "Key that clients must give. Default: ${DEFAULT-VALUE}.")
  private String key;

  @Option(
      names = {"-t", "--expire_timeout"},
      paramLabel = "<ms>",
      defaultValue = "5000",
      description = "How long a message waits for its receiver. Default: ${DEFAULT-VALUE}.")
  private long expireTimeout;

  @Option(
      names = "--alive_timeout",
      paramLabel = "<ms>",
      defaultValue = "90000",
      description = "How long a client may send nothing. Default: ${DEFAULT-VALUE}.")
  private long aliveTimeout;

  @Option(
      names = "--leave_grace",
      paramLabel = "<ms>",
      defaultValue = "5000",
      description =
          "How long a lost client may take to come back before its peers get a LEAVE; off for never."
              + " Default: ${DEFAULT-VALUE}.")
  private String leaveGrace;

  @Option(
      names = {"-c", "--concurrent_limit"},
      defaultValue = "5000",
      description = "How many clients may be connected, with each key. Default: ${DEFAULT-VALUE}.")
  private int concurrentLimit;

  @Option(
      names = "--max_message_size",
      paramLabel = "<bytes>",
      defaultValue = "262144",
      description = "The longest message accepted. Default: ${DEFAULT-VALUE}.")
  private int maxMessageSize;

  @Option(
      names = "--max_message_rate",
      paramLabel = "<n>",
      defaultValue = "5000",
      description =
          "How many messages a second a client may send in the long run; twice as many at once."
              + " Those that send more are read from more slowly. Default: ${DEFAULT-VALUE}.")
  private int maxMessageRate;

  @Option(
      names = "--request_timeout",
      paramLabel = "<ms>",
      defaultValue = "10000",
      description =
          "How long the head of a request, and the body of a post, may take to come. Default:"
              + " ${DEFAULT-VALUE}.")
  private long requestTimeout;

  @Option(
      names = "--allow_discovery",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Let anybody list the ids of all clients.")
  private boolean allowDiscovery;

  @Option(
      names = "--proxied",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Believe the Forwarded headers of a reverse proxy.")
  private boolean proxied;

  @Option(
      names = "--cors",
      arity = "1..*",
      paramLabel = "<origin>",
      description =
          "Origins whose pages may use the server, such as https://example.org. Default: all.")
  private List<String> cors = new ArrayList<>();

  @Mixin private RegisteredKeyArguments registeredKeys;

  @Option(names = "--sslkey", paramLabel = "<file>", description = "Private key for TLS (PEM).")
  private Path sslkey;

  @Option(
      names = "--sslcert",
      paramLabel = "<file>",
      description = "Certificate for TLS, with its chain (PEM).")
  private Path sslcert;

  @Option(
      names = "--keystore",
      paramLabel = "<file>",
      description = "Key and certificate for TLS in one file (PKCS#12), instead of the two above.")
  private Path keystore;

  @Option(
      names = "--keystore_password",
      paramLabel = "<password>",
      defaultValue = "${env:KEYSTORE_PASSWORD:-}",
      description = "Opens the key store. Default: the environment's KEYSTORE_PASSWORD.")
  private String keystorePassword;

  @Option(
      names = {"-q", "--quiet"},
      description = "Do not print who connects and disconnects.")
  private boolean quiet;

  ServerCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    runner.run(options());
    return CommandLine.ExitCode.OK;
  }

  private SignalingServerOptions options() throws IOException {
    try {
      SignalingServerOptions.Builder options =
          SignalingServerOptions.builder()
              .port(port)
              .path(path)
              .key(key)
              .expireTimeout(Duration.ofMillis(expireTimeout))
              .aliveTimeout(Duration.ofMillis(aliveTimeout))
              .concurrentLimit(concurrentLimit)
              .limits(
                  SignalingLimits.defaults()
                      .withMaxMessageSize(maxMessageSize)
                      .withMaxMessageRate(maxMessageRate)
                      .withRequestTimeout(Duration.ofMillis(requestTimeout)))
              .allowDiscovery(allowDiscovery)
              .proxied(proxied);
      registeredKeys.addTo(options);
      addLeaveGrace(options);
      addTls(options);
      if (host != null) {
        options.host(host);
      }
      if (!cors.isEmpty()) {
        options.cors(CorsPolicy.origins(cors));
      }
      if (!quiet) {
        options.listener(new PrintingListener(spec.commandLine().getOut()));
      }
      return options.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void addLeaveGrace(SignalingServerOptions.Builder options) {
    if (leaveGrace.equals("off")) {
      options.neverAnnounceLeave();
      return;
    }
    try {
      options.leaveGrace(Duration.ofMillis(Long.parseLong(leaveGrace)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--leave_grace must be a number of milliseconds or off, not \"" + leaveGrace + "\"", e);
    }
  }

  private void addTls(SignalingServerOptions.Builder options) throws IOException {
    if ((sslkey == null) != (sslcert == null)) {
      throw new IllegalArgumentException("--sslkey and --sslcert are of use only together");
    }
    if (sslkey != null && keystore != null) {
      throw new IllegalArgumentException("Give either --keystore or --sslkey and --sslcert");
    }
    if (sslkey != null) {
      options.tls(TlsIdentity.pem(sslkey, sslcert));
    } else if (keystore != null) {
      options.tls(TlsIdentity.pkcs12(keystore, keystorePassword));
    }
  }
}
