package id.gaung.platform.linkedin;

import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Permit;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.Traits;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * LinkedIn's pages. Programs need a product (Community Management) that LinkedIn grants by hand, so
 * people post, and its API waits for that grant, which an administrator records.
 */
public final class LinkedInNetwork extends NetworkModule {

  static final String NAME = "LINKEDIN";

  /** How many posts a day are taken is not published; other programs were stopped at 150. */
  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.BY_HAND, PublishMode.API),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO, Attachment.Kind.LINK_CARD),
          Set.of(),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.REACH, Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.REACH, RateBase.VIEWS)),
          LinkedInFigures.BATCH,
          List.of(NetworkQuota.daily(Of.POSTS, 150, ZoneOffset.UTC)),
          Settling.OWN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public LinkedInNetwork() {
    super(
        new Naming(
            NAME,
            "LinkedIn",
            70,
            "in/rani-kuliner",
            "(in|company|school|showcase)/[\\p{L}\\p{N}_-]{2,100}",
            List.of("linkedin.com", "id.linkedin.com")),
        TRAITS);
  }

  /** The app's id and secret stand on its page at linkedin.com/developers, under Auth. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return LinkedInApp.keys();
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return LinkedInApp.judge(settings);
  }

  @Override
  public Permit permit() {
    return Permit.FOR_EVERYTHING;
  }

  /** Limits are of an endpoint: the address of a part of an upload is LinkedIn's own choice. */
  @Override
  public Of refusedOf(PlatformRequest request, Answered refusal) {
    if (request.is("POST", LinkedInApi.POSTS)) {
      return Of.POSTS;
    }
    if (request.isA("DELETE")) {
      return Of.DELETES;
    }
    boolean upload =
        request.isA("PUT") || request.isUnder("/rest/images") || request.isUnder("/rest/videos");
    if (upload) {
      return Of.UPLOADS;
    }
    return request.isA("GET") ? Of.READS : Of.CALLS;
  }

  /** A person types it there; the client sends none. */
  @Override
  public Set<PostOption> typedOptions() {
    return Set.of(PostOption.FIRST_COMMENT);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new LinkedInClient(setup.http(), LinkedInApp.of(setup.settings()), setup.clock());
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
