package id.gaung.platform.instagram;

import id.gaung.platform.Ability;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.ContentRules;
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
import id.gaung.platform.meta.GraphBatch;
import id.gaung.platform.meta.PublishingLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Instagram's professional accounts. */
public final class InstagramNetwork extends NetworkModule {

  static final String NAME = "INSTAGRAM";

  static final PublishingLimit LIMIT = new PublishingLimit("/content_publishing_limit", false);

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(PostOption.AI_LABEL, PostOption.PAID_PARTNERSHIP, PostOption.FIRST_COMMENT),
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
          GraphBatch.MOST,
          // The documentation says 50 at one place and 100 at another: the network itself is asked.
          List.of(
              new NetworkQuota(
                  NetworkQuota.Of.POSTS, 100, Duration.ofDays(1), NetworkQuota.Told.WHEN_ASKED)),
          Settling.PREPARED_THEN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public InstagramNetwork() {
    super(
        new Naming(
            NAME,
            "Instagram",
            10,
            "rani.kuliner",
            // Its own pages, such as those of posts, begin as an account could be called.
            "(?!(?:p|reels?|tv|stories|explore|share|accounts|direct)$)(?!\\.)(?!.*\\.\\.)[a-z0-9._]{1,30}(?<!\\.)",
            List.of("instagram.com", "instagr.am")),
        TRAITS);
  }

  @Override
  public List<NetworkSettings.Key> settings() {
    return InstagramConfig.keys();
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return InstagramConfig.of(settings).judge();
  }

  @Override
  public boolean pulls(NetworkSettings settings) {
    return InstagramConfig.of(settings).kinds().findAny().isPresent();
  }

  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    return LIMIT.told(request, answer, now);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new InstagramClient(setup.http(), InstagramConfig.of(setup.settings()), setup.clock());
  }

  /** What only one of the two logins can do is offered on accounts that were connected by it. */
  @Override
  public Set<PostOption> options(Account account) {
    return without(
        without(
            super.options(account),
            PostOption.PAID_PARTNERSHIP,
            LoginKind.grants(account, LoginKind.PARTNERSHIP)),
        PostOption.FIRST_COMMENT,
        LoginKind.mayComment(account));
  }

  @Override
  public Set<Ability> abilities(Account account) {
    return without(
        super.abilities(account), Ability.DELETE, LoginKind.grants(account, LoginKind.DELETING));
  }

  private static <T> Set<T> without(Set<T> all, T one, boolean has) {
    return all.stream().filter(each -> has || !each.equals(one)).collect(Collectors.toSet());
  }

  @Override
  public Optional<String> lacks(Account account) {
    if (LoginKind.of(account) == LoginKind.OWN) {
      return Optional.of(
          "platform.login.lacks."
              + NAME
              + (LoginKind.mayComment(account) ? ".own" : ".own.granted"));
    }
    return abilities(account).contains(Ability.DELETE)
            && options(account).equals(super.options(account))
        ? Optional.empty()
        : Optional.of("platform.login.lacks." + NAME + ".granted");
  }

  /** As of a caption, without its picture: more hashtags are not taken under a post either. */
  @Override
  public List<ContentRules.Issue> againstComment(String text) {
    return InstagramRules.RULES.check(text, List.of()).stream()
        .filter(issue -> !issue.key().equals("content.picture-required"))
        .toList();
  }

  @Override
  public String address(String account) {
    return "https://www.instagram.com/" + account;
  }
}
