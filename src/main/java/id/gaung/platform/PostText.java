package id.gaung.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** What is text in what was typed for a post. */
public final class PostText {

  /** U+2800: a Braille pattern without dots, which some use as a space that is not trimmed. */
  private static final int BLANK_BRAILLE = 0x2800;

  private PostText() {}

  /** With every line break as one {@code \n}, as it counts and goes out: browsers send two. */
  public static String of(String typed) {
    return typed.indexOf('\r') < 0 ? typed : typed.replace("\r\n", "\n").replace('\r', '\n');
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
