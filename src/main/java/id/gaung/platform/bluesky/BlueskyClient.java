package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bluesky and every other server of the AT Protocol. Signs in with an app password, since that
 * needs no registration anywhere; the person connects in one step, without a redirect.
 */
public final class BlueskyClient implements SocialPlatform {

  /** Where posts are seen. */
  public static final URI WEB = URI.create("https://bsky.app");

  /** Where videos are prepared. */
  public static final URI VIDEO = URI.create("https://video.bsky.app");

  /** Where anybody reads what is public. */
  public static final URI OPEN = URI.create("https://public.api.bsky.app");

  /** Where most accounts are. */
  public static final URI SERVER_OF_MOST = URI.create("https://bsky.social");

  private static final String SERVER = "server";
  private static final String HANDLE = "handle";
  private static final String APP_PASSWORD = "appPassword";

  private final URI usualServer;
  private final URI webBase;
  private final PlatformHttp http;
  private final URI open;
  private final BlueskySessions sessions;
  private final BlueskyPublishing publishing;
  private final BlueskyReading reading;
  private final BlueskyReplies replies;
  private final OwnFeed feed;

  /** With the video service that most use. */
  public BlueskyClient(
      PlatformHttp http, HostPolicy policy, Clock clock, URI usualServer, URI webBase) {
    this(http, policy, clock, usualServer, webBase, VIDEO, OPEN);
  }

  /** With what answers without a login for most. */
  public BlueskyClient(
      PlatformHttp http, HostPolicy policy, Clock clock, URI usualServer, URI webBase, URI video) {
    this(http, policy, clock, usualServer, webBase, video, OPEN);
  }

  /**
   * @param usualServer what is proposed as an account's server, such as {@link #SERVER_OF_MOST}
   * @param webBase where people see posts, such as {@link #WEB}
   * @param video the service that prepares videos, such as {@link #VIDEO}
   * @param open what answers without a login, such as {@link #OPEN}
   */
  public BlueskyClient(
      PlatformHttp http,
      HostPolicy policy,
      Clock clock,
      URI usualServer,
      URI webBase,
      URI video,
      URI open) {
    this.http = http;
    this.open = open;
    this.usualServer = usualServer;
    this.webBase = webBase;
    BlueskyFailures failures = new BlueskyFailures(clock);
    BlueskyRecords records = new BlueskyRecords(http, failures);
    this.sessions = new BlueskySessions(http, policy, clock, failures);
    BlueskyUploads uploads =
        new BlueskyUploads(
            new BlueskyBlobs(http, failures),
            new BlueskyVideos(new BlueskyVideoService(http, failures, video, clock), clock));
    this.publishing = new BlueskyPublishing(http, records, failures, uploads, webBase, clock);
    this.reading = new BlueskyReading(http, records, failures);
    BlueskyAddresses addresses = new BlueskyAddresses(webBase);
    this.replies = new BlueskyReplies(http, records, failures, addresses, clock);
    this.feed = new OwnFeed(http, failures, addresses);
  }

  @Override
  public Network network() {
    return Network.valueOf(BlueskyNetwork.NAME);
  }

  @Override
  public List<ConnectField> connectFields() {
    return List.of(
        new ConnectField(SERVER, false, usualServer.toString()),
        new ConnectField(HANDLE, false, ""),
        new ConnectField(APP_PASSWORD, true, ""));
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    return sessions.connect(
        input.getOrDefault(SERVER, ""),
        input.getOrDefault(HANDLE, ""),
        input.getOrDefault(APP_PASSWORD, ""));
  }

  /** Never needed: {@link #connect} does not redirect. */
  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return new Connecting.Refused(
        Failure.of(Failure.Kind.CREDENTIALS_WRONG, "NO_REDIRECT", "nothing was begun"));
  }

  @Override
  public Refreshing refresh(Access access) {
    return sessions.refresh(access);
  }

  @Override
  public Revoking revoke(Access access) {
    return sessions.revoke(access);
  }

  @Override
  public List<URI> sites(Account account) {
    return List.of(webBase, account.server());
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return publishing.named(account, address);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return publishing.read(account, pasted, sites(account));
  }

  @Override
  public ContentRules rules(Account account) {
    return BlueskyRules.RULES;
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return publishing.publish(access, publication, checkpoint);
  }

  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    return publishing.lookUp(access, request.checkpoint());
  }

  @Override
  public Replying reply(Access access, Reply reply) {
    return replies.reply(access, reply);
  }

  @Override
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    return replies.lookUp(access, reply);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return reading.read(access, posts);
  }

  /** All counts are public; the index answers instead of the account's server. */
  @Override
  public Optional<Access> openly(Account account) {
    return Optional.of(
        new Access(
            new Account(
                account.network(), open, account.remoteId(), account.handle(), account.traits()),
            Credentials.NONE));
  }

  /** Posts are named by the account's DID, whatever it is called. */
  @Override
  public Optional<Account> known(Account named) {
    return openly(named)
        .map(
            open ->
                http.send(
                    Xrpc.query(open, "com.atproto.identity.resolveHandle")
                        .query("handle", named.handle())))
        .flatMap(Xrpc::good)
        .flatMap((JsonNode json) -> AnswerJson.text(json, "did"))
        .filter(did -> did.startsWith("did:"))
        .map(
            did ->
                new Account(named.network(), named.server(), did, named.handle(), named.traits()));
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return reading.presence(access, post);
  }

  @Override
  public Figure followers(Access access) {
    return profile(access).followers();
  }

  @Override
  public AccountProfile profile(Access access) {
    return reading.profile(access);
  }

  @Override
  public Deleting delete(Access access, RemotePost post) {
    return feed.delete(access, post);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return feed.list(access, after);
  }
}
