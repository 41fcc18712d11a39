package id.gaung.platform.tiktok;

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
import id.gaung.platform.Traits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * TikTok: videos and photos. A program whose audit is not passed may post for its owner's eyes
 * alone, and one for a single office's team does not pass it: so a draft is put into the person's
 * app, or the person posts, with the account's own sound: an office may not use the music library.
 */
public final class TikTokNetwork extends NetworkModule {

  static final String NAME = "TIKTOK";

  private static final Set<Metric> TOLD =
      Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.HANDOVER, PublishMode.BY_HAND),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(PostOption.AI_LABEL),
          new NetworkCounts(
              TOLD,
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.VIEWS),
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES)),
          TikTokFigures.BATCH,
          List.of(
              new NetworkQuota(
                  NetworkQuota.Of.DRAFTS, 5, Duration.ofDays(1), NetworkQuota.Told.NEVER)),
          Settling.OWN_LIST,
          Set.of(Ability.LIST));

  public TikTokNetwork() {
    super(
        new Naming(
            NAME, "TikTok", 20, "rani.kuliner", "[a-z0-9._]{2,24}(?<!\\.)", List.of("tiktok.com")),
        TRAITS);
  }

  /** The office's own app at TikTok; without it people publish by hand. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return TikTokConfig.keys();
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return TikTokConfig.of(settings).judge();
  }

  /** Photos; a video is sent to it. */
  @Override
  public boolean pulls(NetworkSettings settings) {
    return TikTokConfig.of(settings).isComplete();
  }

  /** Limits are of an endpoint and a sliding minute. */
  @Override
  public NetworkQuota.Of refusedOf(PlatformRequest request, Answered refusal) {
    if (request.isUnder("/v2/post/")) {
      return NetworkQuota.Of.DRAFTS;
    }
    return request.isUnder("/v2/video/") || request.isUnder("/v2/user/")
        ? NetworkQuota.Of.READS
        : NetworkQuota.Of.CALLS;
  }

  /** A person types it there; the client sends none. */
  @Override
  public Set<PostOption> typedOptions() {
    return Set.of(PostOption.FIRST_COMMENT);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new TikTokClient(setup.http(), TikTokConfig.of(setup.settings()), setup.clock());
  }

  @Override
  public String address(String account) {
    return "https://www.tiktok.com/@" + account;
  }
}
