package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Listing;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ShortLinks;
import id.gaung.platform.meta.ContainerClient;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Instagram's professional accounts. */
public final class InstagramClient extends ContainerClient {

  /** Where apps on phones say that posts are. */
  private static final List<URI> SHARED =
      List.of(URI.create("https://m.instagram.com"), URI.create("https://instagr.am"));

  /** What its app wraps at times: behind it stands a name that is no post's. */
  private static final List<String> SHORT =
      List.of("www.instagram.com/share/", "instagram.com/share/", "m.instagram.com/share/");

  private final ShortLinks links;
  private final MediaFigures figures;

  public InstagramClient(PlatformHttp http, InstagramConfig config, Clock clock) {
    this(new ShortLinks(http, SHORT), new GraphApi(http, config.asGraph(), clock), config, clock);
  }

  private InstagramClient(ShortLinks links, GraphApi api, InstagramConfig config, Clock clock) {
    super(
        api,
        new TokenLogin(api, config.app(), config.login(), clock),
        new InstagramMedia(),
        InstagramNetwork.LIMIT,
        List.of(config.www(), withoutWww(config.www())),
        clock);
    this.links = links;
    this.figures = new MediaFigures(api);
  }

  @Override
  public String whole(String pasted) {
    return links.whole(pasted);
  }

  /** People copy addresses with and without {@code www}. */
  private static URI withoutWww(URI site) {
    return URI.create(site.toString().replaceFirst("://www\\.", "://"));
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    if (links.isOne(pasted)) {
      return PostAddress.wrong(PostAddress.Why.SHORT);
    }
    return MediaAddresses.read(
        account,
        pasted,
        Stream.of(sites(account).stream(), Stream.of(account.server()), SHARED.stream())
            .flatMap(all -> all)
            .toList());
  }

  @Override
  public ContentRules rules(Account account) {
    return InstagramRules.RULES;
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
  public AccountProfile profile(Access access) {
    return figures.profile(access);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return listOwn(access, after);
  }
}
