package id.gaung.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The text of a brief in the one form over which its hash is taken. */
final class BriefText {

  private BriefText() {}

  /** Sections as they are stored: NFC, line feeds only, no blanks around, no empty ones. */
  static Map<String, String> tidy(Map<String, String> sections) {
    Map<String, String> tidy = new TreeMap<>();
    sections.forEach(
        (key, text) -> {
          String clean =
              Normalizer.normalize(text.replaceAll("\\R", "\n"), Normalizer.Form.NFC).strip();
          if (!clean.isEmpty()) {
            tidy.put(key, clean);
          }
        });
    return tidy;
  }

  /** The form in which texts are hashed from now on; older ones keep theirs. */
  static final int FORMAT = 1;

  /**
   * The sections of each form, in their order. A form is never changed: one more section makes
   * another form.
   */
  private static final Map<Integer, List<String>> SECTIONS =
      Map.of(
          1,
          List.of(
              "summary",
              "products",
              "audience",
              "key-messages",
              "do-dont",
              "deliverables",
              "schedule",
              "review",
              "disclosure",
              "reward",
              "rights",
              "samples",
              "assets",
              "contact",
              "cancellation"));

  /** Every section in the order of the newest form, each after its key and its length. */
  static String canonical(Map<String, String> tidy) {
    return canonical(FORMAT, tidy);
  }

  /**
   * @param format in which the text was written
   */
  static String canonical(int format, Map<String, String> tidy) {
    List<String> keys = SECTIONS.getOrDefault(format, List.of());
    if (!keys.containsAll(tidy.keySet())) {
      throw new IllegalStateException(
          "form " + format + " of a brief knows not all of its sections");
    }
    StringBuilder text = new StringBuilder();
    for (String key : keys) {
      String body = tidy.getOrDefault(key, "");
      text.append(key)
          .append(' ')
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append('\n')
          .append(body)
          .append('\n');
    }
    return text.toString();
  }

  /** In hexadecimal. */
  static String sha256(Map<String, String> tidy) {
    return sha256(canonical(tidy));
  }

  /** Of a canonical text, in hexadecimal. */
  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
