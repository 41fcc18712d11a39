package id.gaung.campaign;

import java.util.Locale;

/** The house rule that paid content says so in its first line (domain.md 5.6). */
public final class Disclosure {

  public static final String WORDING = "Iklan – kerja sama DKUMKMP Kota Balikpapan";

  private static final String PLAIN = plain(WORDING);

  private Disclosure() {}

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
