package io.github.teapeer.signaling;

import io.github.teapeer.signaling.internal.tls.PemIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;

/**
 * The certificate and private key a server shows who it is with.
 *
 * @param keyStore holds one private key with its certificate chain
 * @param password opens the key
 */
public record TlsIdentity(KeyStore keyStore, String password) {
  /**
   * Reads what Let's Encrypt and OpenSSL write.
   *
   * @param key a PEM file with one unencrypted private key (PKCS#8, PKCS#1 or SEC 1)
   * @param certificates a PEM file with the certificate that belongs to it, and then those it was
   *     signed with
   * @throws IOException if a file cannot be read, or does not hold that; the message names it
   */
  public static TlsIdentity pem(Path key, Path certificates) throws IOException {
    String password = "";
    return new TlsIdentity(PemIdentity.read(key, certificates, password.toCharArray()), password);
  }

  /**
   * Reads a key store.
   *
   * @param file a PKCS#12 file (.p12, .pfx)
   * @param password opens the file and the key in it
   * @throws IOException if the file cannot be read, or the password is wrong; the message names it
   */
  public static TlsIdentity pkcs12(Path file, String password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      return new TlsIdentity(store, password);
    } catch (NoSuchFileException e) {
      throw new IOException("Cannot read the key store " + file + ": there is no such file", e);
    } catch (IOException e) {
      String why =
          e.getCause() instanceof UnrecoverableKeyException ? "wrong password" : e.getMessage();
      throw new IOException("Cannot read the key store " + file + ": " + why, e);
    } catch (GeneralSecurityException e) {
      throw new IOException("Cannot read the key store " + file + ": " + e.getMessage(), e);
    }
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "TlsIdentity[" + keyStore.getType() + "]";
  }
}
