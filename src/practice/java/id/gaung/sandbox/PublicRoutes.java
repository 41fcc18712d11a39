package id.gaung.sandbox;

/**
 * Where a network's public pages are, as on the real one.
 *
 * @param account with {@code {account}} in it
 * @param post with {@code {post}} and maybe {@code {account}} in it
 */
record PublicRoutes(String account, String post) {

  static PublicRoutes of(PracticeNetwork network) {
    return switch (network) {
      case BLUESKY -> new PublicRoutes("/profile/{account}", "/profile/{account}/post/{post}");
      case MASTODON -> new PublicRoutes("/@{account}", "/@{account}/{post}");
      case INSTAGRAM -> new PublicRoutes("/{account}/", "/p/{post}/");
    };
  }

  String ofAccount(String handle) {
    return account.replace("{account}", handle);
  }

  String ofPost(String handle, String shortCode) {
    return post.replace("{account}", handle).replace("{post}", shortCode);
  }
}
