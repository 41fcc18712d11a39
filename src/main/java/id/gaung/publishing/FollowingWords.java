package id.gaung.publishing;

import id.gaung.platform.PostOption;
import id.gaung.platform.PostText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What follows a post by itself once it is out: the further parts of its thread, in order, and its
 * first comment.
 */
public record FollowingWords(List<String> thread, Optional<String> comment) {

  public static final FollowingWords NONE = new FollowingWords(List.of(), Optional.empty());

  /** Between two parts; phones make one dash or two of three that are typed. */
  private static final Pattern LINE =
      Pattern.compile("(?m)^[\\h]*(?:[-\u2013\u2014]{3,}|\u2014[-\u2013\u2014]?)[\\h]*$");

  public FollowingWords {
    thread = List.copyOf(thread);
  }

  /** Of a post's options as they are stored. */
  public static FollowingWords of(Map<String, String> options) {
    return new FollowingWords(
        parts(options.getOrDefault(PostOption.THREAD.name(), "")),
        Optional.of(options.getOrDefault(PostOption.FIRST_COMMENT.name(), "").strip())
            .filter(text -> !text.isEmpty()));
  }

  /** A thread as it is typed, cut where a line holds nothing but dashes; empty parts are none. */
  static List<String> parts(String thread) {
    return Arrays.stream(LINE.split(PostText.of(thread)))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  public boolean isEmpty() {
    return thread.isEmpty() && comment.isEmpty();
  }
}
