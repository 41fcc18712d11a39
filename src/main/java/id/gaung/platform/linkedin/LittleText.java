package id.gaung.platform.linkedin;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * LinkedIn's "little text format": some characters mean something and are escaped, since a text is
 * cut at the first that is not, without a word; a hashtag is a template. What is counted is the
 * text without any of it ("ShareCommentary text length").
 */
final class LittleText {

  private static final Pattern RESERVED = Pattern.compile("[\\\\|{}@\\[\\]()<>#*_~]");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\|{}@\\[\\]()<>#*_~])");
  private static final Pattern TAG = Pattern.compile("\\{hashtag\\|\\\\?[#\uFF03]\\|([^{}|]*)\\}");
  private static final Pattern MENTION =
      Pattern.compile("(?<!\\\\)@\\[((?:[^\\]\\\\]|\\\\.)*)\\]\\(urn:li:[^()]*\\)");

  /** LinkedIn's own short addresses, which it puts in the place of long ones. */
  private static final String SHORTENED = "https://lnkd\\.in/[A-Za-z0-9_-]+";

  private LittleText() {}

  /** A text as it is sent. */
  static String of(String typed) {
    return LinkedInRules.RULES.segments(typed).stream()
        .map(LittleText::written)
        .collect(Collectors.joining());
  }

  private static String written(Segment segment) {
    return segment.kind() == Kind.HASHTAG
        ? "{hashtag|\\#|" + escaped(segment.text().substring(1)) + "}"
        : escaped(segment.text());
  }

  private static String escaped(String text) {
    return RESERVED.matcher(text).replaceAll("\\\\$0");
  }

  /** A text as people see it, of what LinkedIn tells. */
  static String shown(String little) {
    String plain = TAG.matcher(little).replaceAll("\\\\#$1");
    plain = MENTION.matcher(plain).replaceAll("$1");
    return ESCAPED.matcher(plain).replaceAll("$1").strip();
  }

  /**
   * The same with the addresses as they were typed, where exactly one of the texts can be meant.
   *
   * @param typed texts that it may be
   */
  static String shown(String little, Collection<String> typed) {
    String shown = shown(little);
    List<String> meant =
        typed.stream().distinct().filter(one -> shortened(one).matcher(shown).matches()).toList();
    return meant.size() == 1 ? meant.get(0) : shown;
  }

  private static Pattern shortened(String typed) {
    return Pattern.compile(
        LinkedInRules.RULES.segments(typed.strip()).stream()
            .map(
                part ->
                    part.kind() == Kind.LINK
                        ? "(?:" + Pattern.quote(part.text()) + "|" + SHORTENED + ")"
                        : Pattern.quote(part.text()))
            .collect(Collectors.joining()));
  }
}
