package id.gaung.platform.mastodon;

import id.gaung.platform.Account;

/**
 * Names of the traits of a Mastodon account, as in the instance document, and stock Mastodon's
 * values where a server gives none.
 */
final class Traits {

  static final String MAX_CHARACTERS = "max_characters";
  static final String CHARACTERS_PER_URL = "characters_reserved_per_url";
  static final String MAX_PICTURES = "max_media_attachments";
  static final String MAX_ALT_TEXT = "description_limit";
  static final String MAX_PICTURE_BYTES = "image_size_limit";

  /** Picture types the server takes, separated by commas. */
  static final String MIME_TYPES = "supported_mime_types";

  /** Where the account's own page is; its host may differ from the one that is called. */
  static final String PAGES = "pages";

  private Traits() {}

  static long number(Account account, String name, long otherwise) {
    String value = account.traits().getOrDefault(name, "");
    try {
      long number = Long.parseLong(value);
      return number > 0 ? number : otherwise;
    } catch (NumberFormatException notGiven) {
      return otherwise;
    }
  }
}
