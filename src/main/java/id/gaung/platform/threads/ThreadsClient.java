package id.gaung.platform.threads;

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
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.meta.ContainerFlow;
import id.gaung.platform.meta.ContainerNetwork;
import id.gaung.platform.meta.ContainerSearch;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphReadings;
import id.gaung.platform.meta.MetaApp;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Threads. */
final class ThreadsClient implements SocialPlatform {

  /** Its pages are on either name. */
  private static final List<String> PAGES =
      List.of("https://www.threads.com", "https://www.threads.net");

  private final List<URI> sites;
  private final GraphApi api;
  private final TokenLogin login;
  private final ContainerFlow publishing;
  private final ContainerSearch search;
  private final GraphReadings readings;
  private final ThreadsFigures figures;
  private final ThreadsPosts posts;

  ThreadsClient(PlatformHttp http, MetaApp app, ThreadsHosts hosts, Clock clock) {
    this.sites =
        Stream.concat(Stream.of(hosts.web().toString()), PAGES.stream())
            .flatMap(page -> Stream.of(page, page.replaceFirst("://www\\.", "://")))
            .distinct()
            .map(URI::create)
            .toList();
    this.api = new GraphApi(http, hosts.asGraph(), clock);
    this.login = new TokenLogin(api, app, hosts.login(), clock);
    ContainerNetwork containers = new ThreadsMedia();
    this.publishing = new ContainerFlow(api, containers, clock);
    this.search = new ContainerSearch(api, containers, clock);
    this.readings = new GraphReadings(api, ThreadsErrors::isMissing);
    this.figures = new ThreadsFigures(api, readings);
    this.posts = new ThreadsPosts(api);
  }

  @Override
  public Network network() {
    return Network.valueOf(ThreadsNetwork.NAME);
  }

  /** Nothing to type: the person chooses the account on Threads' own page. */
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

  @Override
  public List<URI> sites(Account account) {
    return sites;
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return ThreadsAddresses.read(account, pasted, sites);
  }

  @Override
  public ContentRules rules(Account account) {
    return ThreadsRules.RULES;
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
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> all) {
    return figures.read(access, all);
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return readings.presence(access, post);
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
    return posts.delete(access, post);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return posts.list(access, since, after);
  }

  @Override
  public Optional<Failure> askLimits(Access access) {
    return ThreadsNetwork.LIMIT.ask(api, "/me", access);
  }
}
