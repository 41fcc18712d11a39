package id.gaung.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is text in what was typed for a post. */
public final class PostText {

  /** U+2800: a Braille pattern without dots, which some use as a space that is not trimmed. */
  private static final int BLANK_BRAILLE = 0x2800;

  private static final Pattern REMOTE_MENTION =
      Pattern.compile("@([\\p{L}\\p{N}_.-]+)@[\\p{L}\\p{N}.-]+\\p{L}");
  private static final Pattern SCHEME = Pattern.compile("https?://");
  private static final Pattern REWRITTEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}*_~`>/]+");

  private PostText() {}

  /** With every line break as one {@code \n}, as it counts and goes out: browsers send two. */
  public static String of(String typed) {
    return typed.indexOf('\r') < 0 ? typed : typed.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * What is left of a text when everything networks rewrite is taken away: the form of its letters
   * and their case, white space, {@code @user@host} shown as {@code @user}, the beginnings of
   * addresses, and the marks that some take for markup. Empty of a text that is nothing else.
   */
  public static String key(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    String mentions = REMOTE_MENTION.matcher(normal).replaceAll("@$1");
    String links = SCHEME.matcher(mentions).replaceAll("");
    return REWRITTEN.matcher(links).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether two texts are one to their readers: they differ in nothing but what networks rewrite.
   * Texts that nobody would see are not compared, so they are never the same.
   */
  public static boolean isSame(String one, String other) {
    if (!isSeen(one) || !isSeen(other)) {
      return false;
    }
    String key = key(one);
    return key.isEmpty() ? one.strip().equals(other.strip()) : key.equals(key(other));
  }

  /** Whether a reader would see anything of it. */
  public static boolean isSeen(String text) {
    return text.codePoints().anyMatch(PostText::isSeen);
  }

  private static boolean isSeen(int c) {
    return c != BLANK_BRAILLE
        && !UCharacter.isUWhiteSpace(c)
        && !UCharacter.isISOControl(c)
        && UCharacter.getType(c) != UCharacter.FORMAT
        && UCharacter.getType(c) != UCharacter.NON_SPACING_MARK
        && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }
}
