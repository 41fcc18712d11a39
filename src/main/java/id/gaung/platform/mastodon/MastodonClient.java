package id.gaung.platform.mastodon;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Credentials;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.Revoking;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.WebAddress;
import id.gaung.platform.mastodon.InstanceDocument.Traits;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mastodon and servers that speak its API. */
public final class MastodonClient implements SocialPlatform {

  private static final String SERVER = "server";

  private final MastodonLogin login;
  private final StatusPublishing publishing;
  private final StatusSearch search;
  private final StatusReplies replies;
  private final StatusFigures figures;
  private final StatusList list;

  public MastodonClient(PlatformHttp http, HostPolicy hosts, Clock clock) {
    MastodonApi api = new MastodonApi(http, clock);
    this.login = new MastodonLogin(api, hosts);
    this.publishing = new StatusPublishing(api, clock);
    this.search = new StatusSearch(api, clock);
    this.replies = new StatusReplies(api, clock);
    this.figures = new StatusFigures(api);
    this.list = new StatusList(api);
  }

  @Override
  public Network network() {
    return Network.valueOf(MastodonNetwork.NAME);
  }

  @Override
  public List<ConnectField> connectFields() {
    return List.of(new ConnectField(SERVER, false, ""));
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    return login.begin(input.getOrDefault(SERVER, ""), callback, state);
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return login.end(pending, code, callback);
  }

  /** Tokens never expire and there is nothing to refresh: a dead one needs a person. */
  @Override
  public Refreshing refresh(Access access) {
    return new Refreshing.Failed(Failure.of(Failure.Kind.RECONNECT, "NO_REFRESH", ""));
  }

  @Override
  public Revoking revoke(Access access) {
    return login.revoke(access);
  }

  @Override
  public List<URI> sites(Account account) {
    return Stream.of(
            Optional.of(account.server()),
            WebAddress.given(account.traits().getOrDefault(Traits.PAGES, "")),
            domain(account))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The part behind the last {@code @}, which people know the server by. */
  private static Optional<URI> domain(Account account) {
    int at = account.handle().lastIndexOf('@');
    return at < 0
        ? Optional.empty()
        : WebAddress.given(
            account.server().getScheme() + "://" + account.handle().substring(at + 1));
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return StatusAddresses.read(account, pasted, sites(account));
  }

  @Override
  public ContentRules rules(Account account) {
    return MastodonRules.of(account);
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return publishing.next(access, publication, checkpoint);
  }

  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    return search.find(access, request);
  }

  @Override
  public Replying reply(Access access, Reply reply) {
    return replies.reply(access, reply);
  }

  @Override
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    return replies.lookUp(access, reply, held);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return figures.read(access, posts);
  }

  /** What is public, servers show to anybody, unless they are closed to strangers. */
  @Override
  public Optional<Access> openly(Account account) {
    return Optional.of(new Access(account, Credentials.NONE));
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return figures.presence(access, post);
  }

  @Override
  public Figure followers(Access access) {
    return profile(access).followers();
  }

  @Override
  public AccountProfile profile(Access access) {
    return figures.profile(access);
  }

  @Override
  public Deleting delete(Access access, RemotePost post) {
    return list.delete(access, post);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return list.list(access, after);
  }
}
