package id.gaung.platform.linkedin;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
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
import id.gaung.platform.PostAddress.Why;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.ShortLinks;
import id.gaung.platform.SocialPlatform;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LinkedIn's pages, by its versioned API. */
final class LinkedInClient implements SocialPlatform {

  private final LinkedInApp app;
  private final ShortLinks links;
  private final LinkedInTokens tokens;
  private final LinkedInLogin login;
  private final LinkedInAddresses addresses;
  private final LinkedInPublishing publishing;
  private final LinkedInSearch search;
  private final LinkedInFigures figures;
  private final LinkedInFollowers followers;
  private final LinkedInListing listing;
  private final LinkedInRemoval removal;

  LinkedInClient(PlatformHttp http, LinkedInApp app, Clock clock) {
    this.app = app;
    this.links = new ShortLinks(http, List.of("lnkd.in"));
    LinkedInApi api = new LinkedInApi(http, app, clock);
    LinkedInPosts posts = new LinkedInPosts(api);
    this.tokens = new LinkedInTokens(api);
    this.login = new LinkedInLogin(api, tokens);
    this.addresses = new LinkedInAddresses(app.web());
    this.publishing = new LinkedInPublishing(api, posts, addresses);
    this.search = new LinkedInSearch(api, posts, addresses);
    this.figures = new LinkedInFigures(api, posts);
    this.followers = new LinkedInFollowers(api);
    this.listing = new LinkedInListing(api, posts, addresses);
    this.removal = new LinkedInRemoval(api);
  }

  @Override
  public Network network() {
    return Network.valueOf(LinkedInNetwork.NAME);
  }

  @Override
  public List<String> lacking() {
    return app.lacking();
  }

  /** Nothing to type: the person agrees at LinkedIn, then chooses the page. */
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
    return login.end(code, callback);
  }

  @Override
  public Connecting choose(Map<String, String> pending, String id) {
    return login.choose(pending, id);
  }

  @Override
  public Refreshing refresh(Access access) {
    return tokens.refresh(access);
  }

  @Override
  public Revoking revoke(Access access) {
    return tokens.revoke(access);
  }

  /** One person's grant opens all of their pages, so the old one is not ended for the new one. */
  @Override
  public Revoking revokeReplaced(Access replaced) {
    return Revoking.NOT_OFFERED;
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
  public String whole(String pasted) {
    return links.whole(pasted);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return links.isOne(pasted) ? PostAddress.wrong(Why.SHORT) : addresses.read(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return LinkedInRules.RULES;
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
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return figures.read(access, posts);
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return figures.presence(access, post);
  }

  @Override
  public Figure followers(Access access) {
    return followers.read(access);
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
