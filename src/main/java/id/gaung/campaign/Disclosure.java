package id.gaung.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The house rule that paid content says so in its first line (domain.md 5.6). */
public final class Disclosure {

  public static final String WORDING = "Iklan – kerja sama DKUMKMP Kota Balikpapan";

  private static final String PLAIN = plain(WORDING);

  private static final Pattern AT_THE_START =
      Pattern.compile(
          "^\\s*"
              + Arrays.stream(WORDING.split("[\\s–]+"))
                  .map(Pattern::quote)
                  .collect(Collectors.joining("[\\s\\u00a0\\u2010-\\u2015\\u2212-]+"))
              + "[\\s.,:;!|]*",
          Pattern.CASE_INSENSITIVE);

  private Disclosure() {}

  /** A caption without the wording at its beginning; the whole of one that has nothing else. */
  public static String without(String caption) {
    String rest = AT_THE_START.matcher(caption).replaceFirst("");
    return rest.isBlank() ? caption : rest;
  }

  /** Whether a caption has the wording; dashes, capitals and spaces may differ. */
  public static boolean isIn(String caption) {
    return plain(caption).contains(PLAIN);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[\\u2010-\\u2015\\u2212-]", "-")
        .replaceAll("[\\s\\u00a0]*-[\\s\\u00a0]*", "-")
        .replaceAll("[\\s\\u00a0]+", " ");
  }
}
