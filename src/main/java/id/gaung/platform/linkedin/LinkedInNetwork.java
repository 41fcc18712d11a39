package id.gaung.platform.linkedin;

import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.RateBase;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.Traits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** LinkedIn's pages. Programs need a product that LinkedIn grants by hand, so a person posts. */
public final class LinkedInNetwork extends NetworkModule {

  private static final Traits TRAITS =
      Traits.byHand(
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.REACH, Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.REACH, RateBase.VIEWS)));

  public LinkedInNetwork() {
    super(
        new Naming(
            "LINKEDIN",
            "LinkedIn",
            70,
            "in/rani-kuliner",
            "(in|company|school|showcase)/[\\p{L}\\p{N}_-]{2,100}",
            List.of("linkedin.com", "id.linkedin.com")),
        TRAITS);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new LinkedInClient(setup.http());
  }

  @Override
  public String address(String account) {
    return "https://www.linkedin.com/" + account;
  }

  @Override
  public String shown(String account) {
    return account;
  }

  /** {@code in/rani}: the kind of account is part of its name. */
  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path).map(kind -> path.replaceFirst("^([^/]+/[^/]+).*$", "$1"));
  }

  @Override
  protected String completed(String name) {
    return name.contains("/") ? name : "in/" + name;
  }
}
