package id.gaung.platform.x;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
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

/** X, by the second version of its API. */
final class XClient implements SocialPlatform {

  private final XApp app;
  private final XTokens tokens;
  private final XLogin login;
  private final XAddresses addresses;
  private final XPublishing publishing;
  private final XSearch search;
  private final XReplies replies;
  private final XFigures figures;
  private final XProfile profile;
  private final XListing listing;
  private final XRemoval removal;

  XClient(PlatformHttp http, XApp app, Clock clock) {
    this.app = app;
    XApi api = new XApi(http, clock);
    XAppCalls calls = new XAppCalls(api, app);
    XPosts posts = new XPosts(api, app.names());
    this.tokens = new XTokens(api, calls, clock);
    this.login = new XLogin(api, app, calls, clock);
    this.addresses = new XAddresses(app.web());
    this.publishing = new XPublishing(api, posts, addresses, clock);
    this.search = new XSearch(new XReview(api, posts), addresses, clock);
    this.replies = new XReplies(api, posts, addresses, clock);
    this.figures = new XFigures(api, app.names());
    this.profile = new XProfile(api);
    this.listing = new XListing(api, posts, addresses);
    this.removal = new XRemoval(api);
  }

  @Override
  public Network network() {
    return Network.valueOf(XNetwork.NAME);
  }

  @Override
  public List<String> lacking() {
    return app.lacking();
  }

  /** Nothing to type: the person agrees at X. */
  @Override
  public List<ConnectField> connectFields() {
    return List.of();
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    return XConsent.ask(app, callback, state);
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return login.end(pending.getOrDefault(XConsent.VERIFIER, ""), code, callback);
  }

  @Override
  public Refreshing refresh(Access access) {
    return tokens.refresh(access);
  }

  @Override
  public Revoking revoke(Access access) {
    return tokens.revoke(access);
  }

  @Override
  public List<URI> sites(Account account) {
    return addresses.sites();
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return addresses.named(account, address);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return addresses.read(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return XRules.RULES;
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
    return profile.read(access);
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
