package id.gaung.platform.tiktok;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Failure;
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
import id.gaung.platform.tiktok.DraftProgress.Part;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TikTok's accounts. It publishes nothing: what it puts into the inbox of the person's app they end
 * there. Programs whose audit is not passed may post for the owner's eyes alone.
 */
final class TikTokClient implements SocialPlatform {

  private static final List<String> SHORT =
      List.of("vt.tiktok.com", "vm.tiktok.com", "www.tiktok.com/t/", "tiktok.com/t/");

  private final TikTokConfig config;
  private final ShortLinks links;
  private final TikTokLogin login;
  private final TikTokTokens tokens;
  private final VideoDraft videos;
  private final PhotoDraft photos;
  private final TikTokFigures figures;
  private final TikTokProfile profile;
  private final TikTokListing listing;

  TikTokClient(PlatformHttp http, TikTokConfig config, Clock clock) {
    TikTokApi api = new TikTokApi(http, config, clock);
    DraftStatus status = new DraftStatus(api, clock);
    this.config = config;
    this.links = new ShortLinks(http, SHORT);
    this.tokens = new TikTokTokens(api, clock);
    this.login = new TikTokLogin(api, tokens);
    this.videos = new VideoDraft(api, status, clock);
    this.photos = new PhotoDraft(api, status, clock);
    this.figures = new TikTokFigures(api);
    this.profile = new TikTokProfile(api);
    this.listing = new TikTokListing(api);
  }

  @Override
  public Network network() {
    return Network.valueOf(TikTokNetwork.NAME);
  }

  @Override
  public List<String> lacking() {
    return config.lacking();
  }

  /** Nothing to type: the person agrees on TikTok's own page. */
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
  public Refreshing refresh(Access access) {
    return tokens.refresh(access);
  }

  @Override
  public Revoking revoke(Access access) {
    return tokens.revoke(access);
  }

  @Override
  public List<URI> sites(Account account) {
    return List.of(config.web());
  }

  @Override
  public String whole(String pasted) {
    return links.whole(pasted);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return links.isOne(pasted)
        ? PostAddress.wrong(Why.SHORT)
        : TikTokAddresses.read(account, pasted, config.web());
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return postAt(account, address.toString()) instanceof PostAddress.Named named
        ? Optional.of(named.post())
        : Optional.empty();
  }

  /** Those of the app, in which a person ends every post. */
  @Override
  public ContentRules rules(Account account) {
    return TikTokRules.RULES.byHand();
  }

  @Override
  public SocialPlatform handover() {
    return this;
  }

  /** Puts a draft into the inbox; nothing that anybody else sees. */
  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    DraftProgress progress = DraftProgress.of(checkpoint);
    if (publication.video().isPresent()) {
      return videos.next(access, publication.video().get(), progress);
    }
    return publication.pictures().isEmpty()
        ? new PublishStep.Failed(
            Failure.of(Failure.Kind.MEDIA_REJECTED, "content.picture-required", ""),
            Checkpoint.START)
        : photos.next(access, publication, progress);
  }

  /** Nothing is out by us; a draft that may have been made is not made again. */
  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    DraftProgress progress = DraftProgress.of(request.checkpoint());
    boolean lost = progress.has(Part.ASKED) && !progress.has(Part.ID);
    return new LookUp.NotPublished(
        (lost ? progress.with(Part.LOST, "yes") : progress).checkpoint());
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
    return profile.of(access);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return listing.list(access, after);
  }
}
