package id.gaung.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key as it is stored: a digest of the key with who sent it and where to. Answers are sealed
 * under the key itself, which only its sender has: some hold links that are keys in their turn.
 *
 * @param id hexadecimal, so that it can be compared
 */
record RepeatKey(String id, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** A key that nobody guesses, for a form. */
  static String fresh() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static RepeatKey of(ContainerRequestContext request, String key) {
    String who = Frames.viewer(request).map(viewer -> viewer.id().toString()).orElse("");
    String what = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
    return new RepeatKey(
        HexFormat.of().formatHex(digest("id\n" + who + "\n" + what + "\n" + key)), key);
  }

  byte[] hash() {
    return HexFormat.of().parseHex(id);
  }

  byte[] seal(Repeats.Answer answer, ObjectMapper mapper) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(mapper.writeValueAsBytes(answer));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Repeats.Answer open(byte[] sealed, ObjectMapper mapper) {
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] opened =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return mapper.readValue(opened, Repeats.Answer.class);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(digest("answer\n" + secret), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hex(InputStream file) throws IOException {
    try {
      DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"));
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "RepeatKey[" + id + "]";
  }
}
