package id.gaung.web;

import java.util.Optional;

/** Keeps what {@link Repeats} must remember, for all nodes together, for a day. */
public interface RepeatStore {

  /**
   * A request that was begun.
   *
   * @param content digest of what was sent, in hexadecimal
   * @param answer sealed; empty while it is being worked on, and if it was lost
   */
  record Kept(String content, Optional<byte[]> answer) {}

  /** What became of an attempt to begin. */
  enum Beginning {
    /** The work is the caller's, until {@link #end}. */
    BEGUN,
    /** It has begun already and may still be going on. */
    RUNNING,
    /** It was done, and whoever did it is gone without an answer. */
    DONE
  }

  Optional<Kept> find(byte[] key);

  /**
   * Writes down that work begins. From now on the first transaction of this thread that changes
   * something writes with it that the work was done: who dies afterwards leaves no doubt, and who
   * is overtaken by another run of the same key changes nothing.
   */
  Beginning begin(byte[] key, byte[] content);

  /** Keeps the answer of the work that this thread began. */
  void answer(byte[] key, byte[] answer);

  /**
   * Nothing was done: the next request with the key is the first.
   *
   * @return false if something was done after all, so that nothing is forgotten
   */
  boolean forget(byte[] key);

  /** It was done, and may be done once more: the next request with the key is the first. */
  void allowAgain(byte[] key);

  /** This thread's work is over, in whatever way. */
  void end();
}
