package id.gaung.platform.linkedin;

import id.gaung.platform.WebAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name by which LinkedIn's API knows a post. The number of an activity, which addresses show,
 * is another one, by which nothing can be read.
 *
 * @param kind {@code share}, or {@code ugcPost} of a video and of several pictures
 */
record PostUrn(String kind, String number) {

  private static final Pattern POST = Pattern.compile("urn:li:(share|ugcPost):(\\d{1,25})");
  private static final Pattern LAST = Pattern.compile("(\\d{1,18})$");

  /** Also as it stands in an address; empty if it is none. */
  static Optional<PostUrn> of(String text) {
    Matcher post = POST.matcher(decoded(text));
    return post.matches()
        ? Optional.of(new PostUrn(post.group(1), post.group(2)))
        : Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** Numbers grow with time, whatever the kind; of an id that has none nothing is told. */
  static Optional<Long> age(String id) {
    Matcher last = LAST.matcher(id);
    boolean longer = id.matches(".*\\d{19,}$");
    return !longer && last.find() ? Optional.of(Long.valueOf(last.group(1))) : longer(id);
  }

  private static Optional<Long> longer(String id) {
    try {
      return Optional.of(Long.valueOf(id.replaceFirst("^.*?(\\d+)$", "$1")));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** When it was made, in milliseconds: the higher part of its number. */
  static Optional<Long> born(String id) {
    return age(id).map(number -> number >> 22);
  }

  boolean isShare() {
    return kind.equals("share");
  }

  String text() {
    return "urn:li:" + kind + ":" + number;
  }

  /** As a part of a path or a list; the colons have to be encoded. */
  String encoded() {
    return WebAddress.encoded(text());
  }
}
