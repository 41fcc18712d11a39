package id.gaung.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import id.gaung.kernel.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords by Argon2id with OWASP's parameters (Password Storage Cheat Sheet: 19 MiB, two
 * passes, one lane). A hash names its parameters, so that raising them leaves old ones valid.
 * Thread-safe. A call takes 19 MiB for a moment, so that two are worked on at a time, in order;
 * when too many wait, the rest is told to come back.
 */
final class Passwords {

  /** Calls at once, and calls that may wait for them: about two seconds of work. */
  static final int AT_ONCE = 2;

  static final int WAITING = 24;
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  /** In characters. */
  static final int SHORTEST = 12;

  static final int LONGEST = 200;

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /**
   * What an unknown e-mail address is checked against, so that it costs the same time: the hash of
   * a random text that nobody kept.
   */
  static final String DECOY =
      "$argon2id$v=19$m=19456,t=2,p=1$Tt62EN+KpzOwSc0wxUNl/g"
          + "$4dz4ls88kl+Ei3GFVEG7AB54Vjs/jfmjmMS3SwNAD+k";

  private final Semaphore desk = new Semaphore(AT_ONCE, true);

  /**
   * @throws Problem TOO_MANY if too many wait already
   */
  String hash(String password) {
    return atDesk(() -> hashed(password));
  }

  private static String hashed(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON).getResult();
  }

  /**
   * False without a hash, after as much work as with one.
   *
   * @throws Problem TOO_MANY if too many wait already
   */
  boolean matches(String password, Optional<String> hash) {
    return atDesk(() -> same(password, hash));
  }

  private <T> T atDesk(Supplier<T> work) {
    if (desk.getQueueLength() >= WAITING) {
      throw Problem.tooMany(COME_BACK, "sign-in.busy");
    }
    desk.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      desk.release();
    }
  }

  private static boolean same(String password, Optional<String> hash) {
    String against = hash.orElse(DECOY);
    boolean same =
        Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
    return same && hash.isPresent();
  }
}
