package id.gaung.platform.instagram;

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
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.meta.GraphApi;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Instagram's professional accounts. */
public final class InstagramClient implements SocialPlatform {

  /** Where apps on phones say that posts are. */
  private static final List<URI> SHARED =
      List.of(URI.create("https://m.instagram.com"), URI.create("https://instagr.am"));

  private final List<URI> sites;
  private final InstagramLogin login;
  private final ContainerPublishing publishing;
  private final MediaSearch search;
  private final MediaFigures figures;
  private final PublishingLimit limit;
  private final OwnMedia own;

  public InstagramClient(PlatformHttp http, InstagramConfig config, Clock clock) {
    this.sites = List.of(config.www(), withoutWww(config.www()));
    GraphApi api = new GraphApi(http, config.asGraph(), clock);
    this.login = new InstagramLogin(api, config, clock);
    this.publishing = new ContainerPublishing(api, clock);
    this.search = new MediaSearch(api, clock);
    this.figures = new MediaFigures(api);
    this.limit = new PublishingLimit(api);
    this.own = new OwnMedia(api);
  }

  @Override
  public Network network() {
    return Network.valueOf(InstagramNetwork.NAME);
  }

  /** Nothing to type: the person chooses the account on Instagram's own page. */
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
    return login.refresh(access);
  }

  /** People copy addresses with and without {@code www}. */
  private static URI withoutWww(URI site) {
    return URI.create(site.toString().replaceFirst("://www\\.", "://"));
  }

  @Override
  public List<URI> sites(Account account) {
    return sites;
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return MediaAddresses.read(
        account,
        pasted,
        Stream.of(sites.stream(), Stream.of(account.server()), SHARED.stream())
            .flatMap(all -> all)
            .toList());
  }

  @Override
  public ContentRules rules(Account account) {
    return InstagramRules.RULES;
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
    return profile(access).followers();
  }

  @Override
  public AccountProfile profile(Access access) {
    return figures.profile(access);
  }

  @Override
  public Optional<Failure> askLimits(Access access) {
    return limit.ask(access);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return own.list(access, after);
  }
}
