package id.gaung.platform.bluesky;

import java.time.Instant;
import java.util.UUID;

/**
 * The record key of a post: a TID (atproto.com/specs/tid), 53 bits of microseconds and 10 of a
 * clock id, in 13 letters that sort by time. Made of the publication alone, so that every attempt
 * writes to the same key.
 */
final class Tid {

  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 13;

  private Tid() {}

  /**
   * @param at to the millisecond; what is below comes from the id, so that two posts of one
   *     millisecond (or second) get keys apart
   */
  static String of(UUID id, Instant at) {
    long hash = id.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ id.getLeastSignificantBits();
    hash ^= hash >>> 32;
    long micros = at.toEpochMilli() * 1000 + Math.floorMod(hash >>> 10, 1000L);
    long value = (micros & ((1L << 53) - 1)) << 10 | (hash & 0x3FF);
    char[] letters = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      letters[i] = ALPHABET.charAt((int) (value & 31));
      value >>>= 5;
    }
    return new String(letters);
  }
}
