package id.gaung.platform.instagram;

import id.gaung.platform.Account;
import id.gaung.platform.meta.TokenLogin;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which of the network's two logins an account is open; kept in {@link Account#traits}, which
 * are stored and replaced together with the credentials. One that says nothing is open by the
 * network's own login, which was the only one once.
 */
enum LoginKind {
  /** Facebook Login, by the Page that the account is linked to. */
  PAGE,
  /** Instagram Login. */
  OWN;

  /** What it is called where a person chooses, in what waits for the person, and in the traits. */
  static final String NAME = "login";

  /** Permissions of a person that only some deeds need. */
  static final String DELETING = "instagram_manage_contents";

  static final String COMMENTING = "instagram_manage_comments";

  /** What {@link #COMMENTING} is called where the network's own login opens the account. */
  static final String COMMENTING_OWN = "instagram_business_manage_comments";

  static final String PARTNERSHIP = "instagram_branded_content_creator";

  String word() {
    return this == PAGE ? "page" : "own";
  }

  /** The permission to write comments. */
  String commenting() {
    return this == PAGE ? COMMENTING : COMMENTING_OWN;
  }

  static Optional<LoginKind> read(Map<String, String> values) {
    String word = values.getOrDefault(NAME, "");
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static LoginKind of(Account account) {
    return read(account.traits()).orElse(OWN);
  }

  /** What is kept of an account that was connected by its Page. */
  static Map<String, String> ofPage(Set<String> granted) {
    return Map.of(
        NAME,
        PAGE.word(),
        TokenLogin.GRANTED,
        String.join(" ", granted.stream().sorted().toList()));
  }

  /** Whether a person gave the permission together with the Page. */
  static boolean grants(Account account, String permission) {
    return of(account) == PAGE && TokenLogin.isGranted(account, permission);
  }

  static boolean mayComment(Account account) {
    return TokenLogin.isGranted(account, of(account).commenting());
  }
}
