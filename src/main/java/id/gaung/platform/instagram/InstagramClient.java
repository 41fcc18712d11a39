package id.gaung.platform.instagram;

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
import id.gaung.platform.instagram.LoginClient.MediaReader;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Instagram's professional accounts, by either of its two logins: which one opens an account stands
 * with the account, and each has a host of its own. An authorisation is not given back: Instagram
 * Login has no call for it, and {@code DELETE /me/permissions} of Facebook Login would end the
 * tokens of the person's other Pages too.
 */
public final class InstagramClient implements SocialPlatform {

  /** What its app wraps at times: behind it stands a name that is no post's. */
  private static final List<String> SHORT =
      List.of("www.instagram.com/share/", "instagram.com/share/", "m.instagram.com/share/");

  private final InstagramConfig config;
  private final ShortLinks links;
  private final LoginClient own;
  private final LoginClient byPage;
  private final Discovery discovery;

  public InstagramClient(PlatformHttp http, InstagramConfig config, Clock clock) {
    GraphApi ownApi = new GraphApi(http, config.asGraph(LoginKind.OWN), clock);
    GraphApi pageApi = new GraphApi(http, config.asGraph(LoginKind.PAGE), clock);
    this.config = config;
    this.links = new ShortLinks(http, SHORT);
    this.own =
        new LoginClient(
            ownApi,
            new TokenLogin(ownApi, config.app(), config.login(), clock),
            new MediaFigures(ownApi),
            config.www(),
            clock);
    this.byPage =
        new LoginClient(
            pageApi,
            new PageConnection(
                pageApi,
                config.graph(),
                config.page(),
                config.wanted(),
                new DataAccess(pageApi, config.page().app(), clock)),
            new BatchFigures(pageApi),
            config.www(),
            clock);
    this.discovery = new Discovery(pageApi);
  }

  private LoginClient by(LoginKind kind) {
    return kind == LoginKind.PAGE ? byPage : own;
  }

  private LoginClient by(Access access) {
    return by(LoginKind.of(access.account()));
  }

  @Override
  public Network network() {
    return own.network();
  }

  @Override
  public List<String> lacking() {
    return config.lacking();
  }

  /** Which login is meant, where there are two. */
  @Override
  public List<ConnectField> connectFields() {
    List<String> kinds = config.kinds().map(LoginKind::word).toList();
    return kinds.size() < 2 ? List.of() : List.of(ConnectField.choice(LoginKind.NAME, kinds));
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    LoginKind kind =
        LoginKind.read(input).or(() -> config.kinds().findFirst()).orElse(LoginKind.OWN);
    Connecting begun = by(kind).connect(Map.of(), callback, state);
    if (!(begun instanceof Connecting.Redirect redirect)) {
      return begun;
    }
    Map<String, String> pending = new HashMap<>(redirect.pending());
    pending.put(LoginKind.NAME, kind.word());
    return new Connecting.Redirect(redirect.authorize(), pending);
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return by(LoginKind.read(pending).orElse(LoginKind.OWN)).complete(Map.of(), code, callback);
  }

  /** Only a person's Pages are chosen among. */
  @Override
  public Connecting choose(Map<String, String> pending, String id) {
    return byPage.choose(pending, id);
  }

  @Override
  public Refreshing refresh(Access access) {
    return by(access).refresh(access);
  }

  @Override
  public Optional<Access> through(Account of, Access office) {
    return Discovery.through(of, office);
  }

  @Override
  public List<URI> sites(Account account) {
    return own.sites(account);
  }

  @Override
  public String whole(String pasted) {
    return links.whole(pasted);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return links.isOne(pasted)
        ? PostAddress.wrong(PostAddress.Why.SHORT)
        : own.postAt(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return InstagramRules.RULES;
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return by(access).publish(access, publication, checkpoint);
  }

  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    return by(access).lookUp(access, request);
  }

  @Override
  public Replying reply(Access access, Reply reply) {
    return by(access).reply(access, reply);
  }

  @Override
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    return by(access).lookUp(access, reply, held);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return reader(access).read(access, posts);
  }

  private MediaReader reader(Access access) {
    return Discovery.isOne(access) ? discovery : by(access).reader();
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return reader(access).presence(access, post);
  }

  @Override
  public Figure followers(Access access) {
    return profile(access).followers();
  }

  @Override
  public AccountProfile profile(Access access) {
    return reader(access).profile(access);
  }

  @Override
  public Deleting delete(Access access, RemotePost post) {
    return by(access).delete(access, post);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return by(access).list(access, since, after);
  }

  @Override
  public Optional<Failure> askLimits(Access access) {
    return by(access).askLimits(access);
  }
}
