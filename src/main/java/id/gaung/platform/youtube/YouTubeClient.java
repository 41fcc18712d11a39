package id.gaung.platform.youtube;

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
import id.gaung.platform.Figure;
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

/** YouTube's channels. */
final class YouTubeClient implements SocialPlatform {

  private final YouTubeConfig config;
  private final GoogleTokens tokens;
  private final GoogleLogin login;
  private final OwnChannel channel;
  private final UploadSteps publishing;
  private final VideoSearch search;
  private final VideoFigures figures;
  private final VideoRemoval removal;
  private final VideoListing listing;
  private final VideoComments comments;

  YouTubeClient(PlatformHttp http, YouTubeConfig config, Clock clock) {
    YouTubeApi api = new YouTubeApi(http, config, clock);
    UploadSession upload = new UploadSession(api);
    UploadsList uploads = new UploadsList(api);
    this.config = config;
    this.tokens = new GoogleTokens(api);
    this.channel = new OwnChannel(api);
    this.login = new GoogleLogin(api, tokens, channel);
    this.figures = new VideoFigures(api);
    this.publishing = new UploadSteps(api, upload, uploads, new VideoProcessing(api, figures));
    this.search = new VideoSearch(api, upload, uploads);
    this.removal = new VideoRemoval(api);
    this.comments = new VideoComments(api);
    this.listing = new VideoListing(api, uploads, figures);
  }

  @Override
  public Network network() {
    return Network.valueOf(YouTubeNetwork.NAME);
  }

  @Override
  public List<String> lacking() {
    return config.lacking();
  }

  /** Nothing to type: the person agrees on Google's own page and chooses the channel there. */
  @Override
  public List<ConnectField> connectFields() {
    return List.of();
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    return login.begin(callback, state);
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return login.end(pending, code, callback);
  }

  @Override
  public Refreshing refresh(Access access) {
    return tokens.refresh(access);
  }

  @Override
  public Revoking revoke(Access access) {
    return tokens.revoke(access);
  }

  /** Google knows one grant of a person: ended for the old tokens, it is for the new ones too. */
  @Override
  public Revoking revokeReplaced(Access replaced) {
    return Revoking.NOT_OFFERED;
  }

  @Override
  public List<URI> sites(Account account) {
    return VideoAddresses.sites(config.web());
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return VideoAddresses.read(config.web(), pasted);
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return postAt(account, address.toString()) instanceof PostAddress.Named named
        ? Optional.of(named.post())
        : Optional.empty();
  }

  @Override
  public ContentRules rules(Account account) {
    return YouTubeRules.RULES;
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
    return comments.reply(access, reply);
  }

  @Override
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    return comments.lookUp(access, reply, held);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return posts.isEmpty() ? Map.of() : figures.read(access, posts);
  }

  /** With the installation's own key, where there is one. */
  @Override
  public Optional<Access> openly(Account account) {
    return config.readsOpenly()
        ? Optional.of(new Access(account, Credentials.NONE))
        : Optional.empty();
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
    return channel.profile(access);
  }

  @Override
  public Deleting delete(Access access, RemotePost post) {
    return removal.delete(access, post);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return listing.list(access, since, after);
  }
}
