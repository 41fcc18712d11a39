package id.gaung.sandbox;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Threads' limits of a text (posts, limitations). */
final class ThreadsText {

  private static final int MAX_CHARACTERS = 500;
  private static final int MAX_LINKS = 5;

  private static final Pattern LINK = Pattern.compile("https?://\\S+|www\\.\\S+");

  private ThreadsText() {}

  /**
   * The text of a call that makes a container.
   *
   * @throws PracticeRefusal if it is too long, or missing where it is all there is
   */
  static String of(Call call, boolean alone) {
    String text = call.param("text").orElse("");
    if (alone && text.isBlank()) {
      throw GraphErrors.parameter("The parameter text is required.");
    }
    if (length(text) > MAX_CHARACTERS) {
      throw GraphErrors.parameter("Param text must be at most 500 characters long");
    }
    if (LINK.matcher(text).results().map(MatchResult::group).distinct().count() > MAX_LINKS) {
      throw GraphErrors.parameter(
          "THREADS_API__LINK_LIMIT_EXCEEDED: the post has more than five links");
    }
    return text;
  }

  /** An emoji and what makes one of its neighbours count as their bytes, all else as one. */
  private static int length(String text) {
    return text.codePoints()
        .map(
            c ->
                c > 0x7F
                        && (UCharacter.hasBinaryProperty(c, UProperty.EMOJI)
                            || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_COMPONENT))
                    ? Character.toString(c).getBytes(StandardCharsets.UTF_8).length
                    : 1)
        .sum();
  }
}
