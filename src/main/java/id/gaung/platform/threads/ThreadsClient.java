package id.gaung.platform.threads;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Deleting;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.meta.ContainerClient;
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
import java.util.Set;
import java.util.stream.Stream;

/** Threads. */
final class ThreadsClient extends ContainerClient {

  /** Its pages are on either name. */
  private static final List<String> PAGES =
      List.of("https://www.threads.com", "https://www.threads.net");

  private final GraphReadings readings;
  private final ThreadsFigures figures;
  private final ThreadsPosts posts;
  private final ThreadsReplies replies;

  ThreadsClient(PlatformHttp http, MetaApp app, ThreadsHosts hosts, Clock clock) {
    this(new GraphApi(http, hosts.asGraph(), clock), app, hosts, clock);
  }

  private ThreadsClient(GraphApi api, MetaApp app, ThreadsHosts hosts, Clock clock) {
    super(
        api,
        new TokenLogin(api, app, hosts.login(), clock),
        new ThreadsMedia(),
        ThreadsNetwork.LIMIT,
        sites(hosts.web()),
        clock);
    this.readings = new GraphReadings(api, ThreadsErrors::isMissing);
    this.figures = new ThreadsFigures(api, readings);
    this.posts = new ThreadsPosts(api);
    this.replies = new ThreadsReplies(api, posts, this::presence, clock);
  }

  /** People copy addresses with and without {@code www}. */
  private static List<URI> sites(URI web) {
    return Stream.concat(Stream.of(web.toString()), PAGES.stream())
        .flatMap(page -> Stream.of(page, page.replaceFirst("://www\\.", "://")))
        .distinct()
        .map(URI::create)
        .toList();
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return ThreadsAddresses.read(account, pasted, sites(account));
  }

  @Override
  public ContentRules rules(Account account) {
    return ThreadsRules.RULES;
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
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> all) {
    return figures.read(access, all);
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return readings.presence(access, post, "/me");
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
}
