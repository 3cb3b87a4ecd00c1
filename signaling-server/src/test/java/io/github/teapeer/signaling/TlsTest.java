package io.github.teapeer.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  @TempDir private Path directory;

  private static Path file(String name) throws Exception {
    return Path.of(TlsTest.class.getResource("/tls/" + name).toURI());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  /** Trusts exactly one certificate, whatever its dates. */
  private static HttpClient trusting(Path certificate) throws Exception {
    Certificate trusted;
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted = CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    X509ExtendedTrustManager manager =
        new X509ExtendedTrustManager() {
          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
              throws CertificateException {
            if (!chain[0].equals(trusted)) {
              throw new CertificateException("the server shows another certificate");
            }
          }

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
              throws CertificateException {
            throw new CertificateException("not used");
          }

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type)
              throws CertificateException {
            throw new CertificateException("not used");
          }

          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
              throws CertificateException {
            throw new CertificateException("not used");
          }

          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
              throws CertificateException {
            throw new CertificateException("not used");
          }

          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type)
              throws CertificateException {
            throw new CertificateException("not used");
          }

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {manager}, null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static void assertServes(TlsIdentity identity, Path certificate) throws Exception {
    try (SignalingServer server =
        SignalingServer.start(SignalingServerOptions.builder().port(0).tls(identity).build())) {
      assertThat(server.url()).isEqualTo("https://localhost:" + server.port() + "/");
      HttpClient http = trusting(certificate);
      URI id = URI.create(server.url() + "peerjs/id");
      assertThat(http.send(HttpRequest.newBuilder(id).build(), BodyHandlers.ofString()).body())
          .hasSize(36);
      URI socket =
          URI.create("wss://127.0.0.1:" + server.port() + "/peerjs?key=peerjs&id=anna&token=T");
      try (TestSocket anna = TestSocket.open(http, socket)) {
        anna.expect(TestSocket.OPEN).offer("anna").expectOffer("anna", "anna");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa-pkcs1", "rsa-pkcs8", "ec-sec1", "ec-pkcs8", "ed25519"})
  void theServerSpeaksTlsWithAKeyInAPemFile(String name) throws Exception {
    Path certificate = file(name + "-cert.pem");
    assertServes(TlsIdentity.pem(file(name + "-key.pem"), certificate), certificate);
  }

  @Test
  void theServerSpeaksTlsWithAKeyStore() throws Exception {
    assertServes(TlsIdentity.pkcs12(file("rsa.p12"), "secret"), file("rsa-pkcs8-cert.pem"));
  }

  @Test
  void aKeyAndACertificateThatDoNotBelongTogetherAreRefused() throws Exception {
    Path key = file("rsa-pkcs1-key.pem");
    for (String other : new String[] {"rsa-pkcs8-cert.pem", "ec-sec1-cert.pem"}) {
      Path certificate = file(other);
      assertThatThrownBy(() -> TlsIdentity.pem(key, certificate))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "The key in " + key + " does not belong to the first certificate in " + certificate);
    }
  }

  @Test
  void anEncryptedKeyIsRefusedWithAdvice() throws Exception {
    Path key = file("encrypted-key.pem");
    assertThatThrownBy(() -> TlsIdentity.pem(key, file("ec-sec1-cert.pem")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The private key in " + key + " is encrypted: decrypt it, or use a PKCS#12 file");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    Path nowhere = directory.resolve("nowhere.pem");
    assertThatThrownBy(() -> TlsIdentity.pem(nowhere, file("ec-sec1-cert.pem")))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read " + nowhere);
    assertThatThrownBy(() -> TlsIdentity.pem(file("ec-sec1-key.pem"), nowhere))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read " + nowhere);
    assertThatThrownBy(() -> TlsIdentity.pkcs12(nowhere, ""))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read the key store " + nowhere + ": there is no such file");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws Exception {
    Path certificate = file("ec-sec1-cert.pem");
    assertThatThrownBy(() -> TlsIdentity.pem(certificate, certificate))
        .isInstanceOf(IOException.class)
        .hasMessage("There is no private key in " + certificate);
  }

  @Test
  void aFileWithoutACertificateIsRefused() throws Exception {
    Path key = file("ec-pkcs8-key.pem");
    Path empty = write("empty.pem", "");
    assertThatThrownBy(() -> TlsIdentity.pem(key, empty))
        .isInstanceOf(IOException.class)
        .hasMessage("There is no certificate in " + empty);
    assertThatThrownBy(() -> TlsIdentity.pem(key, key))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot read a certificate from " + key + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRIVATE KEY:AAAA",
        "RSA PRIVATE KEY:AAAA",
        "EC PRIVATE KEY:",
        "EC PRIVATE KEY:AAAA",
        "EC PRIVATE KEY:MH8BAQA=",
        "EC PRIVATE KEY:MAMCAQE=",
        "EC PRIVATE KEY:MIT/////",
        "PRIVATE KEY:A"
      })
  void aDamagedKeyIsRefused(String labelAndContent) throws Exception {
    String[] parts = labelAndContent.split(":", -1);
    Path key =
        write(
            "damaged.pem",
            "-----BEGIN " + parts[0] + "-----\n" + parts[1] + "\n-----END " + parts[0] + "-----\n");
    assertThatThrownBy(() -> TlsIdentity.pem(key, file("ec-sec1-cert.pem")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The private key in " + key + " is damaged");
  }

  @Test
  void aKeyStoreWithAnotherPasswordIsRefused() throws Exception {
    Path store = file("rsa.p12");
    assertThatThrownBy(() -> TlsIdentity.pkcs12(store, "guess"))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read the key store " + store + ": wrong password");
  }

  @Test
  void theIdentitysPasswordIsKeptOutOfLogs() throws Exception {
    assertThat(TlsIdentity.pkcs12(file("rsa.p12"), "secret").toString())
        .isEqualTo("TlsIdentity[PKCS12]");
  }

  @Test
  void whoeverSpeaksNoTlsIsHungUpOn() throws Exception {
    TlsIdentity identity = TlsIdentity.pem(file("ec-sec1-key.pem"), file("ec-sec1-cert.pem"));
    try (SignalingServer server =
            SignalingServer.start(SignalingServerOptions.builder().port(0).tls(identity).build());
        Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(10));
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP/1.1 200");
    }
  }
}
