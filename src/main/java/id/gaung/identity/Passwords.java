package id.gaung.identity;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import id.gaung.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /**
   * Whether a password would be among the first that anybody tries: zxcvbn's lists of passwords
   * that became known, of names and words, those words that people here use, with repetitions,
   * sequences, rows of keys, dates, and the person's own name and address.
   */
  static final class CommonPasswords {

    // zxcvbn's score 0: fewer than a thousand guesses, 1: fewer than a million.
    private static final int LEAST_SCORE = 2;

    /**
     * Of the parts alone, in powers of ten. zxcvbn takes the guesser to know least about what
     * stands around a word; whoever guesses puts years, dots and 123 behind each word first.
     */
    private static final double LEAST_OF_PARTS = 8;

    // Longer ones cost zxcvbn seconds, and are not common.
    private static final int LOOKED_AT = 40;

    /** Words, also with signs that stand for letters; numbers; what stands between them. */
    private static final List<Pattern> PARTS =
        List.of(
            Pattern.compile("\\p{L}+(?:[@013457$!]+\\p{L}+)*|\\d+|[^\\p{L}\\d]+"),
            Pattern.compile("\\p{L}+|\\d+|[^\\p{L}\\d]+"));

    private CommonPasswords() {}

    static boolean contains(String password, Person person) {
      List<String> own =
          Stream.concat(
                  Arrays.stream(person.name().split("\\s+")),
                  Arrays.stream(person.email().split("[@.]")))
              .filter(word -> word.length() > 2)
              .toList();
      String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
      return Lists.ALL.measure(looked, own).getScore() < LEAST_SCORE
          || PARTS.stream().anyMatch(parts -> ofParts(parts, looked, own) < LEAST_OF_PARTS)
          || isRepeated(password);
    }

    private static double ofParts(Pattern parts, String password, List<String> own) {
      return parts
          .matcher(password)
          .results()
          .flatMap(part -> Lists.ALL.measure(part.group(), own).getSequence().stream())
          .mapToDouble(match -> Objects.requireNonNullElse(match.guessesLog10, 0.0))
          .sum();
    }

    /** The same few characters again and again, however often. */
    private static boolean isRepeated(String password) {
      return password.codePoints().distinct().count() < 4;
    }

    /** Read on the first password. */
    private static final class Lists {
      static final Zxcvbn ALL = read();

      private static Zxcvbn read() {
        try (InputStream words =
            Objects.requireNonNull(
                Passwords.class.getResourceAsStream("/passwords/indonesian.txt"))) {
          List<String> indonesian =
              new String(words.readAllBytes(), StandardCharsets.US_ASCII)
                  .lines()
                  .filter(line -> !line.startsWith("#"))
                  .toList();
          return new ZxcvbnBuilder()
              .dictionaries(StandardDictionaries.loadAllDictionaries())
              .dictionary(new Dictionary("indonesian", indonesian))
              .keyboards(StandardKeyboards.loadAllKeyboards())
              .build();
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    }
  }
}
