package io.github.teapeer.signaling.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a private key and certificates in PEM files (RFC 7468) into the key store that Java wants.
 */
public final class PemIdentity {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private PemIdentity() {}

  /**
   * Reads one key and its chain.
   *
   * @throws IOException if a file cannot be read, holds something else, or the two do not belong
   *     together
   */
  public static KeyStore read(Path keyFile, Path certificateFile, char[] password)
      throws IOException {
    PrivateKey key = privateKey(keyFile);
    Certificate[] chain = certificates(certificateFile);
    if (!belongTogether(key, chain[0].getPublicKey())) {
      throw new IOException(
          "The key in "
              + keyFile
              + " does not belong to the first certificate in "
              + certificateFile);
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, password, chain);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "Cannot use " + keyFile + " and " + certificateFile + ": " + e.getMessage(), e);
    }
  }

  private static Certificate[] certificates(Path file) throws IOException {
    byte[] content = read(file);
    try {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content))
              .toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw new IOException("There is no certificate in " + file);
      }
      return chain;
    } catch (CertificateException e) {
      throw new IOException("Cannot read a certificate from " + file + ": " + e.getMessage(), e);
    }
  }

  private static PrivateKey privateKey(Path file) throws IOException {
    Matcher blocks = BLOCK.matcher(new String(read(file), StandardCharsets.ISO_8859_1));
    while (blocks.find()) {
      Optional<byte[]> pkcs8 = pkcs8(file, blocks.group(1), decode(file, blocks.group(2)));
      if (pkcs8.isPresent()) {
        return privateKey(file, pkcs8.get());
      }
    }
    throw new IOException("There is no private key in " + file);
  }

  private static Optional<byte[]> pkcs8(Path file, String label, byte[] content)
      throws IOException {
    try {
      return switch (label) {
        case "PRIVATE KEY" -> Optional.of(content);
        case "RSA PRIVATE KEY" -> Optional.of(Der.wrapRsaKey(content));
        case "EC PRIVATE KEY" -> Optional.of(Der.wrapEcKey(content));
        case "ENCRYPTED PRIVATE KEY" ->
            throw new IOException(
                "The private key in " + file + " is encrypted: decrypt it, or use a PKCS#12 file");
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      throw new IOException("The private key in " + file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static PrivateKey privateKey(Path file, byte[] pkcs8) throws IOException {
    return Stream.of("RSA", "EC", "EdDSA")
        .flatMap(algorithm -> privateKey(algorithm, pkcs8).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "The private key in " + file + " is damaged, or neither RSA, EC nor EdDSA"));
  }

  private static Optional<PrivateKey> privateKey(String algorithm, byte[] pkcs8) {
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // it is of another algorithm
    }
  }

  private static byte[] decode(Path file, String base64) throws IOException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IOException("The private key in " + file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("Cannot read " + file, e);
    }
  }

  private static boolean belongTogether(PrivateKey key, PublicKey certified) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "EdDSA";
        };
    byte[] challenge = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(challenge);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(challenge);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // keys of different kinds
    }
  }
}
