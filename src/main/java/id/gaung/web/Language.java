package id.gaung.web;

import java.util.Locale;

/** The languages of the interface; Indonesian is the first. */
public enum Language {
  ID("id", "Bahasa Indonesia", Locale.forLanguageTag("id-ID")),
  EN("en", "English", Locale.forLanguageTag("en-GB"));

  private final String code;
  private final String ownName;
  private final Locale locale;

  Language(String code, String ownName, Locale locale) {
    this.code = code;
    this.ownName = ownName;
    this.locale = locale;
  }

  /** As in the html element's lang attribute and in the bundles' names. */
  public String code() {
    return code;
  }

  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  /** The language of a code; Indonesian for anything unknown. */
  public static Language of(String code) {
    return code.equals(EN.code) ? EN : ID;
  }
}
