package id.gaung.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a password would be among the first that anybody tries: zxcvbn's lists of passwords that
 * became known, of names and words, with repetitions, sequences, rows of keys, dates, and the
 * person's own name and address.
 */
final class CommonPasswords {

  // zxcvbn's score 0: fewer than a thousand guesses, 1: fewer than a million.
  private static final int LEAST_SCORE = 2;
  // Longer ones cost zxcvbn seconds, and are not common.
  private static final int LOOKED_AT = 40;

  private CommonPasswords() {}

  static boolean contains(String password, Person person) {
    List<String> own =
        Stream.concat(
                Arrays.stream(person.name().split("\\s+")),
                Arrays.stream(person.email().split("[@.]")))
            .filter(word -> word.length() > 2)
            .toList();
    String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
    return Lists.ALL.measure(looked, own).getScore() < LEAST_SCORE || isRepeated(password);
  }

  /** The same few characters again and again, however often. */
  private static boolean isRepeated(String password) {
    return password.codePoints().distinct().count() < 4;
  }

  /** Read on the first password. */
  private static final class Lists {
    static final Zxcvbn ALL = new Zxcvbn();
  }
}
