package id.gaung.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for a name on this machine, made by the JDK's own tool, and who trusts it. */
final class TestCertificate {

  private static final char[] PASSWORD = "only for tests".toCharArray();

  private TestCertificate() {}

  static SSLContext of(String host) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "certificate");
      Path store = folder.resolve("store.p12");
      Process made =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "mail",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=" + host,
                  "-ext",
                  "san=dns:" + host,
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  store.toString())
              .inheritIO()
              .start();
      if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD);
      }
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, PASSWORD);
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
