package id.gaung.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;

/**
 * Hashes passwords by Argon2id with OWASP's parameters (Password Storage Cheat Sheet: 19 MiB, two
 * passes, one lane). A hash names its parameters, so that raising them leaves old ones valid.
 * Thread-safe; each call takes 19 MiB for a moment.
 */
final class Passwords {

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

  String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON).getResult();
  }

  /** False without a hash, after as much work as with one. */
  boolean matches(String password, Optional<String> hash) {
    String against = hash.orElse(DECOY);
    boolean same =
        Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
    return same && hash.isPresent();
  }
}
