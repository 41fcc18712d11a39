package id.gaung.platform.facebook;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Deleting;
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
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.ShortLinks;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.meta.CommentShape;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphComments;
import id.gaung.platform.meta.GraphRemoval;
import id.gaung.platform.meta.PersonLogin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facebook Pages. An authorisation is not given back when a Page is disconnected: {@code DELETE
 * /me/permissions} would end the tokens of the person's other Pages too.
 */
public final class FacebookClient implements SocialPlatform {

  /** What the app's Share button gives. */
  private static final List<String> SHORT =
      List.of(
          "fb.watch",
          "fb.me",
          "www.facebook.com/share/",
          "facebook.com/share/",
          "m.facebook.com/share/",
          "web.facebook.com/share/");

  /** Where phones and other languages say that posts are. */
  private static final List<URI> SHARED =
      Stream.of(
              "web.facebook.com",
              "mbasic.facebook.com",
              "id-id.facebook.com",
              "en-gb.facebook.com",
              "fb.com")
          .map(host -> URI.create("https://" + host))
          .toList();

  private final List<URI> sites;
  private final ShortLinks links;
  private final PageChoice pages;
  private final PersonLogin login;
  private final FeedPublishing feed;
  private final VideoPublishing videos;
  private final PostSearch search;
  private final PageFigures figures;
  private final PageState state;
  private final GraphRemoval removal;
  private final PageListing listing;
  private final GraphComments comments;

  public FacebookClient(PlatformHttp http, FacebookConfig config, Clock clock) {
    GraphApi api = new GraphApi(http, config.asGraph(), clock);
    this.sites =
        List.of(config.web(), URI.create(config.web().toString().replaceFirst("://www\\.", "://")));
    this.links = new ShortLinks(http, SHORT);
    this.pages = new PageChoice(config);
    this.login = pages.login(api);
    this.feed = new FeedPublishing(api, config.web(), clock);
    this.videos = new VideoPublishing(api, config, feed, clock);
    this.search = new PostSearch(api, config, clock);
    this.figures = new PageFigures(api);
    this.state = new PageState(api);
    this.removal = new GraphRemoval(api, FacebookErrors::isAmbiguous, state::presence);
    this.listing = new PageListing(api, config.web());
    this.comments =
        new GraphComments(
            api,
            new CommentShape(
                "message",
                "created_time",
                "from",
                Optional.empty(),
                (access, comment) ->
                    comment.path("from").path("id").asText("").equals(access.account().remoteId()),
                FacebookErrors::isAmbiguous,
                state::presence),
            clock);
  }

  @Override
  public Network network() {
    return Network.valueOf(FacebookNetwork.NAME);
  }

  @Override
  public List<String> lacking() {
    return pages.lacking();
  }

  /** Nothing to type: the person agrees on Facebook's own page, then chooses the Page. */
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
    return pages.take(pending, id);
  }

  /** A Page's token has no end, and nothing renews it. */
  @Override
  public Refreshing refresh(Access access) {
    return new Refreshing.Failed(Failure.of(Failure.Kind.RECONNECT, "NO_REFRESH", ""));
  }

  @Override
  public List<URI> sites(Account account) {
    return sites;
  }

  @Override
  public String whole(String pasted) {
    return links.whole(pasted);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return links.isOne(pasted)
        ? PostAddress.wrong(PostAddress.Why.SHORT)
        : PageAddresses.read(
            account, pasted, Stream.concat(sites.stream(), SHARED.stream()).toList());
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return postAt(account, address.toString()) instanceof PostAddress.Named named
            && named.readable()
        ? Optional.of(named.post())
        : Optional.empty();
  }

  @Override
  public ContentRules rules(Account account) {
    return FacebookRules.RULES;
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return publication
        .video()
        .map(video -> videos.next(access, publication, video, checkpoint))
        .orElseGet(() -> feed.next(access, publication, checkpoint));
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

  @Override
  public Presence presence(Access access, RemotePost post) {
    return state.presence(access, post);
  }

  @Override
  public Figure followers(Access access) {
    return profile(access).followers();
  }

  @Override
  public AccountProfile profile(Access access) {
    return state.profile(access);
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
