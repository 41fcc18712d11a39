package id.gaung.web;

import java.util.Optional;

/** Keeps what {@link Repeats} must remember, for all nodes together, for a day. */
public interface RepeatStore {

  /**
   * A request that was begun.
   *
   * @param content digest of what was sent, in hexadecimal
   * @param answer sealed; empty while it is being worked on
   */
  record Kept(String content, Optional<byte[]> answer) {}

  Optional<Kept> find(byte[] key);

  /**
   * Writes down that work begins.
   *
   * @return false if it has begun already and may still be going on
   */
  boolean begin(byte[] key, byte[] content);

  void answer(byte[] key, byte[] answer);

  /** Nothing was done: the next request with the key is the first. */
  void forget(byte[] key);
}
