package id.gaung.platform;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link ends that somebody wrote into a sentence: before the marks that close a sentence, a
 * quotation, a bracket or an emphasis, in any script. A link that is meant to hold one has it
 * percent-encoded.
 */
final class LinkEnd {

  /**
   * Never part of an address: whatever closes, opens or quotes outside of ASCII. The two middle
   * dots are letters of names in Catalan and Japanese.
   */
  private static final Pattern STOP =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cntrl}<>\"`^|\\\\{}]"
              + "|[\\p{Pe}\\p{Pf}\\p{Pi}\\p{Ps}\\p{Po}&&[^\\x00-\\x7F\u00B7\u30FB]]");

  private static final Pattern AUTHORITY = Pattern.compile("(?:[a-z]+://)?[^/?#]*", 2);

  private static final String CLOSING = ".,;:!?'\"*`^|\\<>$";

  /** How far before a link the mark is looked for that opened an emphasis. */
  private static final int SENTENCE = 500;

  /** A server's name with a small top-level domain, and what begins a next part of a sentence. */
  private static final Pattern NAME_AND_SENTENCE =
      Pattern.compile(
          "(?i:https?://)?+(?i:www\\.)?+(?:[^\\s/?#.:@]{1,63}\\.){1,20}?[a-z]{2,63}(?=\\.\\p{Lu}|[,;!])");

  /** The same without a capital, behind a domain that nearly always is the last. */
  private static final Pattern NAME_AND_WORD =
      Pattern.compile(
          "(?i:www\\.)(?:[^\\s/?#.:@]{1,63}\\.){1,20}?(?:com|org|net|id)(?=\\.[a-z]{3,63}$)"
              + "(?!\\.(?:com|org|net|info|biz|app|dev|link|social|shop|store|site|online|asia)$)");

  private static final Pattern PATH_AND_SENTENCE =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}/=_-])[.,;!](\\p{Lu}[\\p{L}\\p{M}]*)[^/?#&=]*$");

  private static final Pattern FILE_ENDING =
      Pattern.compile(
          "pdf|jpe?g|png|gif|webp|svg|heic|x?html?|php|aspx?|jspx?|docx?|xlsx?|pptx?|odt|ods|csv"
              + "|txt|json|xml|zip|rar|apk|mp[34]|mov|js",
          Pattern.CASE_INSENSITIVE);

  private LinkEnd() {}

  /**
   * Where the next sentence begins if the space before it was forgotten: {@code toko.id.Pesan},
   * {@code toko.id/menu.Terima kasih}. What looks like the ending of a file's name stays.
   *
   * @param end as {@link #of} found it
   * @return {@code end} if nothing was forgotten
   */
  static int beforeNextSentence(String text, int start, int end) {
    Matcher authority = AUTHORITY.matcher(text).region(start, end);
    int path = authority.lookingAt() ? authority.end() : end;
    for (Pattern name : List.of(NAME_AND_SENTENCE, NAME_AND_WORD)) {
      Matcher glued = name.matcher(text).region(start, end);
      if (path == end && glued.lookingAt()) {
        return glued.end();
      }
    }
    Matcher glued = PATH_AND_SENTENCE.matcher(text).region(path, end);
    return glued.find() && !FILE_ENDING.matcher(glued.group(1)).matches() ? glued.start() : end;
  }

  /**
   * @param end as far as the link may go at most
   * @return where it ends; never before {@code start}
   */
  static int of(String text, int start, int end) {
    int limit = stop(text, start, end);
    limit = authority(text, start, limit);
    int last = limit;
    while (last > start && closes(text, start, last)) {
      last -= Character.charCount(text.codePointBefore(last));
    }
    return last;
  }

  private static int stop(String text, int start, int end) {
    Matcher stop = STOP.matcher(text).region(start, end);
    int limit = stop.find() ? stop.start() : end;
    int round = 0;
    int square = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      round += c == '(' ? 1 : c == ')' ? -1 : 0;
      square += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (round < 0 || square < 0) {
        return i;
      }
    }
    return limit;
  }

  /** No name of a server holds a star or a quote, so what follows there is text again. */
  private static int authority(String text, int start, int end) {
    Matcher authority = AUTHORITY.matcher(text).region(start, end);
    if (authority.lookingAt()) {
      for (int i = start; i < authority.end(); i++) {
        if ("*'~".indexOf(text.charAt(i)) >= 0) {
          return i;
        }
      }
    }
    return end;
  }

  private static boolean closes(String text, int start, int end) {
    int mark = text.codePointBefore(end);
    return switch (mark) {
      case '(', '[' -> true;
      case '_', '~' -> emphasised(text, start, (char) mark);
      default -> mark < 0x80 ? CLOSING.indexOf(mark) >= 0 : !isLetter(mark);
    };
  }

  private static boolean isLetter(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.COMBINING_SPACING_MARK
        || (type == Character.NON_SPACING_MARK && (c < 0xFE00 || c > 0xFE0F));
  }

  /** Messengers write {@code _slanted_} and {@code ~struck~}; addresses may end so as well. */
  private static boolean emphasised(String text, int start, char mark) {
    for (int i = start - 1; i >= Math.max(0, start - SENTENCE) && text.charAt(i) != '\n'; i--) {
      boolean opens = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      if (text.charAt(i) == mark && opens) {
        return true;
      }
    }
    return false;
  }
}
