package id.gaung.mail;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links of messages that wait: some are keys, so whoever reads the database must not read them.
 * AES-256-GCM (Tink), bound to the message's id. Thread-safe.
 */
final class SealedLinks {

  private static final Logger LOG = LoggerFactory.getLogger(SealedLinks.class);

  private final Aead aead;

  /**
   * @param key 32 secret bytes
   */
  SealedLinks(byte[] key) {
    try {
      aead = new AesGcmJce(key);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("no key of 32 bytes", wrong);
    }
  }

  byte[] seal(UUID id, URI link) {
    try {
      return aead.encrypt(link.toString().getBytes(StandardCharsets.UTF_8), context(id));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Empty if it was sealed under another key. */
  Optional<URI> open(UUID id, byte[] sealed) {
    try {
      byte[] plain = aead.decrypt(sealed, context(id));
      return Optional.of(URI.create(new String(plain, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException other) {
      LOG.error("The link of message {} does not open: was the secret key changed?", id);
      return Optional.empty();
    }
  }

  private static byte[] context(UUID id) {
    return id.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
