package id.gaung.platform.bluesky;

import id.gaung.platform.Account;
import id.gaung.platform.RemotePost;
import java.net.URI;

/** Where people see a post. */
final class BlueskyAddresses {

  private final URI webBase;

  BlueskyAddresses(URI webBase) {
    this.webBase = webBase;
  }

  RemotePost post(Account account, String uri) {
    return new RemotePost(uri, AtUri.parse(uri).map(at -> web(account, at)));
  }

  /** A server that cannot verify a handle names it handle.invalid; the DID always works. */
  private URI web(Account account, AtUri uri) {
    boolean usable =
        account.handle().matches("[A-Za-z0-9.-]+") && !account.handle().equals("handle.invalid");
    String profile = usable ? account.handle() : uri.repo();
    String base = webBase.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
            + "/profile/"
            + profile
            + "/post/"
            + uri.rkey());
  }
}
