package id.gaung.platform.x;

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
 * X. Its developer agreement (XIV.C) asks for a plan of its own where government end users see its
 * content, so a person posts.
 */
public final class XNetwork extends NetworkModule {

  private static final Traits TRAITS =
      Traits.byHand(
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(PostOption.PAID_PARTNERSHIP, PostOption.AI_LABEL),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.VIEWS)));

  public XNetwork() {
    super(
        new Naming(
            "X",
            "X",
            50,
            "rani_kuliner",
            "[a-z0-9_]{1,15}",
            List.of("x.com", "twitter.com", "mobile.twitter.com")),
        TRAITS);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new XClient();
  }

  @Override
  public String address(String account) {
    return "https://x.com/" + account;
  }
}
