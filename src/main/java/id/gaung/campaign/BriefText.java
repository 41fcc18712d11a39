package id.gaung.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
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

  /** Every section in the order of {@link BriefSection}, each after its key and its length. */
  static String canonical(Map<String, String> tidy) {
    StringBuilder text = new StringBuilder();
    for (BriefSection section : BriefSection.values()) {
      String body = section.in(tidy);
      text.append(section.key())
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
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(tidy).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
