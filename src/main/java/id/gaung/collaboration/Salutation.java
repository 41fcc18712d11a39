package id.gaung.collaboration;

import id.gaung.creator.Creator;
import id.gaung.creator.CreatorKind;
import id.gaung.web.Translator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How somebody is spoken to: as "Kak", unless the name holds a form of address already or is that
 * of a local medium.
 */
public final class Salutation {

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

  private static final Set<String> FORMS =
      Set.of(
          "kak", "kakak", "bu", "ibu", "pak", "bapak", "bang", "abang", "mas", "mbak", "om",
          "tante", "haji", "hajah", "hj");

  private Salutation() {}

  /** With a form of address, where the language has one. */
  public static String of(Creator creator, Translator words) {
    return creator.kind() == CreatorKind.MEDIA ? creator.name() : of(creator.name(), words);
  }

  public static String of(String name, Translator words) {
    boolean addressed =
        WORDS.splitAsStream(name.toLowerCase(Locale.ROOT)).anyMatch(FORMS::contains);
    return addressed ? name : words.get("phone.called", name);
  }
}
