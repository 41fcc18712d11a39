package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where people see a post. */
final class BlueskyAddresses {

  private static final Pattern POST =
      Pattern.compile("/profile/([^/]+)/post/([A-Za-z0-9._~:-]{1,512})/?");

  private static final Pattern PROFILE = Pattern.compile("/profile/([^/]+)((?:/.*)?)");

  private final URI webBase;

  BlueskyAddresses(URI webBase) {
    this.webBase = webBase;
  }

  RemotePost post(String uri) {
    return new RemotePost(uri, AtUri.parse(uri).map(this::web));
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
        ? Optional.of(post("at://" + account.remoteId() + "/" + Xrpc.POSTS + "/" + post.group(2)))
        : Optional.empty();
  }

  /**
   * As {@link id.gaung.platform.SocialPlatform#postAt}; DIDs and names are told apart from others'.
   */
  PostAddress read(Account account, String pasted, List<URI> sites) {
    Optional<AtUri> uri = AtUri.parse(pasted.strip());
    return PostAddress.read(
        uri.map(this::web).map(URI::toString).orElse(pasted),
        uri.map(at -> List.of(webBase)).orElse(sites),
        (site, path) -> {
          Matcher profile = PROFILE.matcher(path);
          if (!profile.matches()) {
            return PostAddress.wrong(PostAddress.Why.NO_POST);
          }
          String name = profile.group(1);
          boolean own = name.equals(account.remoteId()) || name.equalsIgnoreCase(account.handle());
          if (!own) {
            return PostAddress.wrong(PostAddress.Why.OTHER_ACCOUNT);
          }
          Matcher post = POST.matcher(path);
          if (!post.matches()) {
            return PostAddress.wrong(
                profile.group(2).isEmpty() ? PostAddress.Why.PROFILE : PostAddress.Why.NO_POST);
          }
          String id = account.remoteId();
          return PostAddress.named(
              "at://" + id + "/" + Xrpc.POSTS + "/" + post.group(2),
              site,
              "/profile/" + id + "/post/" + post.group(2),
              true);
        });
  }

  /**
   * The name in a session or a profile. A server that cannot verify one says {@code
   * handle.invalid}, which is nobody's.
   */
  static Optional<String> handle(JsonNode told) {
    return AnswerJson.text(told, "handle").filter(handle -> !handle.equals("handle.invalid"));
  }

  /** By the DID, which stays when the account is renamed and its old name is free for anybody. */
  private URI web(AtUri uri) {
    String base = webBase.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
            + "/profile/"
            + uri.repo()
            + "/post/"
            + uri.rkey());
  }

  /** Finds the DID behind a name: the index knows posts by that alone. */
  static final class Names {

    private final PlatformHttp http;
    private final BlueskyFailures failures;

    Names(PlatformHttp http, BlueskyFailures failures) {
      this.http = http;
      this.failures = failures;
    }

    /**
     * Puts DIDs in the place of names. Posts of one account have one name, so it is one call at
     * most.
     *
     * @param uris of posts; those whose name leads nowhere are taken out of it
     * @return why those that were taken out cannot be asked for
     */
    Map<RemotePost, Reading> resolve(Access access, Map<RemotePost, AtUri> uris) {
      Map<RemotePost, Reading> failed = new HashMap<>();
      Set<String> names =
          uris.values().stream()
              .map(AtUri::repo)
              .filter(repo -> !repo.startsWith("did:"))
              .collect(Collectors.toSet());
      for (String name : names) {
        HttpOutcome outcome =
            http.send(
                Xrpc.query(access, "com.atproto.identity.resolveHandle").query("handle", name));
        Optional<String> did =
            Xrpc.good(outcome)
                .flatMap((JsonNode json) -> AnswerJson.text(json, "did"))
                .filter(text -> text.startsWith("did:"));
        for (RemotePost post : Set.copyOf(uris.keySet())) {
          AtUri uri = uris.get(post);
          if (uri != null && uri.repo().equals(name)) {
            if (did.isPresent()) {
              uris.put(post, uri.of(did.get()));
            } else {
              uris.remove(post);
              failed.put(post, new Reading.Failed(failures.of(outcome)));
            }
          }
        }
      }
      return failed;
    }
  }
}
