package id.gaung.platform.x;

import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Permit;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * X. Its developer agreement (XIV.C) asks for a plan of its own where government end users see its
 * content, so people post, and its API waits for an approval that an administrator has recorded.
 */
public final class XNetwork extends NetworkModule {

  static final String NAME = "X";

  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** Limits of a user, docs.x.com/x-api/fundamentals/rate-limits. */
  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.BY_HAND, PublishMode.API),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(PostOption.PAID_PARTNERSHIP, PostOption.AI_LABEL, PostOption.THREAD),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.VIEWS)),
          XFigures.BATCH,
          List.of(
              new NetworkQuota(NetworkQuota.Of.POSTS, 100, WINDOW),
              new NetworkQuota(NetworkQuota.Of.UPLOADS, 500, WINDOW),
              new NetworkQuota(NetworkQuota.Of.READS, 900, WINDOW)),
          Settling.OWN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public XNetwork() {
    super(
        new Naming(
            NAME,
            "X",
            50,
            "rani_kuliner",
            // Its own pages, such as those of posts, begin as an account could be called.
            "(?!(?:i|home|explore|search|hashtag|intent|share|settings)$)[a-z0-9_]{1,15}",
            List.of("x.com", "twitter.com", "mobile.twitter.com")),
        TRAITS);
  }

  /** The app's id and secret stand in the developer console, under OAuth 2.0. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return XApp.keys();
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return XApp.judge(settings);
  }

  @Override
  public Permit permit() {
    return Permit.FOR_EVERYTHING;
  }

  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    return XLimits.told(request, answer, now);
  }

  /** Every call has a limit of its own; those that make a login usable stop everything. */
  @Override
  public NetworkQuota.Of refusedOf(PlatformRequest request, Answered refusal) {
    if (request.is("POST", XApi.POSTS)) {
      return NetworkQuota.Of.POSTS;
    }
    if (request.isUnder("/2/media")) {
      return NetworkQuota.Of.UPLOADS;
    }
    if (request.isA("DELETE")) {
      return NetworkQuota.Of.DELETES;
    }
    return request.isA("GET") ? NetworkQuota.Of.READS : NetworkQuota.Of.CALLS;
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new XClient(setup.http(), XApp.of(setup.settings()), setup.clock());
  }

  @Override
  public String address(String account) {
    return "https://x.com/" + account;
  }
}
