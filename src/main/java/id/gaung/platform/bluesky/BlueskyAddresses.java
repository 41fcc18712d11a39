package id.gaung.platform.bluesky;

import id.gaung.platform.Account;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where people see a post. */
final class BlueskyAddresses {

  private static final Pattern POST =
      Pattern.compile("/profile/([^/]+)/post/([A-Za-z0-9._~:-]{1,512})/?");

  private final URI webBase;

  BlueskyAddresses(URI webBase) {
    this.webBase = webBase;
  }

  RemotePost post(Account account, String uri) {
    return new RemotePost(uri, AtUri.parse(uri).map(at -> web(account, at)));
  }

  /** The key of a post stands in its address, beside the account's DID or its name. */
  Optional<RemotePost> named(Account account, URI address) {
    Matcher post = POST.matcher(Optional.ofNullable(address.getPath()).orElse(""));
    if (!post.matches()) {
      return Optional.empty();
    }
    String profile = post.group(1);
    boolean own = profile.equals(account.remoteId()) || profile.equalsIgnoreCase(account.handle());
    return own
        ? Optional.of(
            post(account, "at://" + account.remoteId() + "/" + Xrpc.POSTS + "/" + post.group(2)))
        : Optional.empty();
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
