package id.gaung.platform.x;

import id.gaung.platform.Failure.Kind;
import java.util.regex.Pattern;

/** What helps against a refusal that is none of limits, credits or duplicates. */
final class XRefusalKind {

  private static final Pattern OF_ACCOUNT = Pattern.compile("suspended|temporarily locked");
  private static final Pattern OF_MEDIA = Pattern.compile("media|video|image|gif");
  private static final Pattern OF_TEXT =
      Pattern.compile("cashtag|invalid url|too long|reply to this conversation|\\btext\\b");

  private XRefusalKind() {}

  /**
   * @param type empty where X gives none
   * @param words in small letters
   */
  static Kind of(int status, String type, String words) {
    if (OF_ACCOUNT.matcher(words).find()) {
      return Kind.ACCOUNT_BLOCKED;
    }
    return switch (status) {
      case 401 -> Kind.TOKEN_EXPIRED;
      case 400 -> content(words, Kind.REJECTED);
      case 403 -> type.isEmpty() ? content(words, Kind.PERMISSION) : Kind.PERMISSION;
      case 413, 415, 431 -> Kind.MEDIA_REJECTED;
      case 408 -> Kind.TRANSIENT;
      default -> status >= 500 ? Kind.TRANSIENT : Kind.REJECTED;
    };
  }

  private static Kind content(String words, Kind otherwise) {
    if (OF_MEDIA.matcher(words).find()) {
      return Kind.MEDIA_REJECTED;
    }
    return OF_TEXT.matcher(words).find() ? Kind.TEXT_REJECTED : otherwise;
  }
}
