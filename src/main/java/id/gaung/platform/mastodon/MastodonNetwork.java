package id.gaung.platform.mastodon;

import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Mastodon, and servers that speak its API. */
public final class MastodonNetwork extends NetworkModule {

  static final String NAME = "MASTODON";

  /** Stock Mastodon's, {@code config/initializers/rack_attack.rb}. */
  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(PostOption.PRIVACY, PostOption.THREAD),
          new NetworkCounts(
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.FOLLOWERS)),
          StatusFigures.BATCH,
          List.of(
              new NetworkQuota(NetworkQuota.Of.CALLS, 300, Duration.ofMinutes(5)),
              new NetworkQuota(NetworkQuota.Of.UPLOADS, 30, Duration.ofMinutes(30))),
          Settling.OWN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public MastodonNetwork() {
    super(
        new Naming(
            NAME,
            "Mastodon",
            100,
            "rani@mastodon.social",
            "[a-z0-9_]([a-z0-9_.-]{0,28}[a-z0-9_])?@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}",
            List.of()),
        TRAITS);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new MastodonClient(setup.http(), setup.hosts(), setup.clock());
  }

  /** Uploads and statuses have limits of their own, which only their own answers tell of. */
  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    Of of =
        request.is("POST", "/media")
            ? Of.UPLOADS
            : request.is("POST", "/api/v1/statuses") ? Of.POSTS : Of.CALLS;
    return new LimitHeaders(answer, now).told(of, "X-RateLimit").stream().toList();
  }

  /** Who may see it. "direct" would be a message to those it mentions, which is no post. */
  @Override
  public List<String> choices(PostOption option) {
    return option == PostOption.PRIVACY ? StatusPublishing.VISIBILITIES : List.of();
  }

  @Override
  public String address(String account) {
    int server = account.indexOf('@');
    return "https://" + account.substring(server + 1) + "/@" + account.substring(0, server);
  }

  /** Every server has pages of its own. */
  @Override
  protected Optional<String> onPage(String host, String path) {
    String user = path.replaceFirst("^(?:web/)?@?", "");
    return Optional.of(user.contains("@") ? user : user + "@" + host);
  }

  @Override
  protected String completed(String name) {
    int server = name.indexOf('@');
    return server < 0
        ? name
        : name.substring(0, server) + name.substring(server).toLowerCase(Locale.ROOT);
  }
}
