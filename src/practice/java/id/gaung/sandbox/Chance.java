package id.gaung.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Chance that is the same every time for the same seed, on every machine. */
final class Chance {

  private Chance() {}

  /** Spread evenly over [0, 1). */
  static double of(Object... seed) {
    return (number(seed) >>> 11) * 0x1.0p-53;
  }

  /** About normal, mean 0, deviation 1, never beyond 6 (the sum of twelve even ones, less six). */
  static double bell(Object... seed) {
    byte[] digest = digest("bell|" + join(seed));
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += ((digest[2 * i] & 0xff) << 8 | (digest[2 * i + 1] & 0xff)) / 65536.0;
    }
    return sum - 6;
  }

  /** Any number. */
  static long number(Object... seed) {
    return ByteBuffer.wrap(digest(join(seed))).getLong();
  }

  static byte[] digest(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String join(Object... seed) {
    return Arrays.stream(seed).map(String::valueOf).collect(Collectors.joining("|"));
  }
}
