package id.gaung.platform.tiktok;

import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.RateBase;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.Traits;
import java.util.List;
import java.util.Set;

/**
 * TikTok: videos and photos. A program whose audit is not passed may post for its owner's eyes
 * alone, so a person posts, with the account's own sound: an office may not use the music library.
 */
public final class TikTokNetwork extends NetworkModule {

  private static final Traits TRAITS =
      Traits.byHand(
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(PostOption.AI_LABEL),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES),
              List.of(RateBase.VIEWS)));

  public TikTokNetwork() {
    super(
        new Naming(
            "TIKTOK",
            "TikTok",
            20,
            "rani.kuliner",
            "[a-z0-9._]{2,24}(?<!\\.)",
            List.of("tiktok.com")),
        TRAITS);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new TikTokClient(setup.http());
  }

  @Override
  public String address(String account) {
    return "https://www.tiktok.com/@" + account;
  }
}
