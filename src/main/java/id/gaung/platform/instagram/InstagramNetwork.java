package id.gaung.platform.instagram;

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
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import id.gaung.platform.meta.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Instagram's professional accounts. */
public final class InstagramNetwork extends NetworkModule {

  static final String NAME = "INSTAGRAM";

  private static final String APP_ID = "appId";
  private static final String APP_SECRET = "appSecret";

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          // Paid partnership needs Facebook Login; a first comment a permission we do not ask for.
          Set.of(PostOption.AI_LABEL),
          new NetworkCounts(
              Set.of(
                  Metric.VIEWS,
                  Metric.REACH,
                  Metric.LIKES,
                  Metric.COMMENTS,
                  Metric.SHARES,
                  Metric.SAVES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES),
              List.of(RateBase.REACH, RateBase.VIEWS)),
          MediaFigures.BATCH,
          // The documentation says 50 at one place and 100 at another: the network itself is asked.
          List.of(
              new NetworkQuota(
                  NetworkQuota.Of.POSTS, 100, Duration.ofDays(1), NetworkQuota.Told.WHEN_ASKED)),
          Settling.PREPARED_THEN_LIST,
          // Deleting needs the other login, by Facebook.
          Set.of(Ability.LIST));

  public InstagramNetwork() {
    super(
        new Naming(
            NAME,
            "Instagram",
            10,
            "rani.kuliner",
            "(?!\\.)(?!.*\\.\\.)[a-z0-9._]{1,30}(?<!\\.)",
            List.of("instagram.com", "instagr.am")),
        TRAITS);
  }

  /** The office's own app at Meta; without it no account can be connected. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return List.of(
        NetworkSettings.Key.text(APP_ID, ""),
        NetworkSettings.Key.secret(APP_SECRET),
        NetworkSettings.Key.text("graphVersion", InstagramConfig.GRAPH_VERSION),
        NetworkSettings.Key.address("web", "https://www.instagram.com"),
        NetworkSettings.Key.address("api", "https://api.instagram.com"),
        NetworkSettings.Key.address("graph", "https://graph.instagram.com"));
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    boolean id = !settings.text(APP_ID).isBlank();
    boolean secret = !settings.text(APP_SECRET).isBlank();
    if (id != secret) {
      return new SettingsFinding(true, "the app's " + (id ? "secret" : "id") + " is missing");
    }
    return new SettingsFinding(
        false, id ? "the app's id and secret are set" : "without app keys it cannot be connected");
  }

  @Override
  public boolean pulls(NetworkSettings settings) {
    return !settings.text(APP_ID).isEmpty();
  }

  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    return request.is("GET", PublishingLimit.PATH)
        ? Stream.concat(PublishingLimit.told(answer).stream(), Usage.told(answer, now).stream())
            .toList()
        : Usage.told(answer, now);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    NetworkSettings settings = setup.settings();
    return new InstagramClient(
        setup.http(),
        new InstagramConfig(
            settings.text(APP_ID),
            settings.text(APP_SECRET),
            settings.address("web"),
            settings.address("api"),
            settings.address("graph"),
            settings.text("graphVersion")),
        setup.clock());
  }

  @Override
  public String address(String account) {
    return "https://www.instagram.com/" + account;
  }
}
