package id.gaung.sandbox;

/**
 * Where a network's public pages are, as on the real one.
 *
 * @param account with {@code {account}} in it
 * @param post with {@code {post}} and maybe {@code {account}} in it
 */
record PublicRoutes(String account, String post) {

  String ofAccount(String handle) {
    return account.replace("{account}", handle);
  }

  String ofPost(String handle, String shortCode) {
    return post.replace("{account}", handle).replace("{post}", shortCode);
  }
}
