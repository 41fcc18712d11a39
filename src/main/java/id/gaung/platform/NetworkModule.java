package id.gaung.platform;

import id.gaung.kernel.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network that Gaung publishes to: what it is like, which settings it has, and its client. One
 * class in the network's own folder; everybody else asks its traits.
 */
public abstract class NetworkModule extends Network {

  private final Traits traits;

  protected NetworkModule(Naming naming, Traits traits) {
    super(naming);
    this.traits = traits;
  }

  /** All that are published to, in the order of {@link Network#all()}. */
  public static List<NetworkModule> published() {
    return all().stream().flatMap(one -> find(one).stream()).toList();
  }

  /** Those of them whose accounts can be connected, so that a client speaks to the network. */
  public static List<NetworkModule> connected() {
    return published().stream().filter(module -> module.traits().connects()).toList();
  }

  /** Empty where people have accounts and Gaung does not publish. */
  public static Optional<NetworkModule> find(Network network) {
    return network instanceof NetworkModule module ? Optional.of(module) : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException if Gaung does not publish there
   */
  public static NetworkModule of(Network network) {
    return find(network)
        .orElseThrow(() -> new IllegalArgumentException("not published to: " + network));
  }

  /**
   * What a network counts.
   *
   * @throws IllegalArgumentException if Gaung does not publish there
   */
  public static NetworkCounts counts(Network network) {
    return of(network).traits().counts();
  }

  /** The labels of those on which a metric is part of the engagements, with commas. */
  public static String counting(Metric metric) {
    return published().stream()
        .filter(module -> module.traits().counts().engagements().contains(metric))
        .map(Network::label)
        .collect(Collectors.joining(", "));
  }

  public final Traits traits() {
    return traits;
  }

  /** What {@code platforms.NETWORK} in {@code config.yml} may hold; none for nothing. */
  public List<NetworkSettings.Key> settings() {
    return List.of();
  }

  /** What an operator should know of these settings, in words for the console. */
  public SettingsFinding judge(NetworkSettings settings) {
    return new SettingsFinding(false, "needs no app keys");
  }

  /** Whether it fetches pictures and videos from our public address, with these settings. */
  public boolean pulls(NetworkSettings settings) {
    return false;
  }

  /** What of its API waits for a permission that an administrator records. */
  public Permit permit() {
    return Permit.NOT_NEEDED;
  }

  /**
   * Whether it makes the card of a link itself, so that of {@link Attachment.LinkCard} only the
   * address goes out.
   */
  public boolean makesCards() {
    return false;
  }

  /** What may be said of a post on that account: less than its traits, where its login lacks it. */
  public Set<PostOption> options(Account account) {
    return traits.options();
  }

  /** What a person who posts by its own app can say there beside what its traits have. */
  public Set<PostOption> typedOptions() {
    return Set.of();
  }

  /** What its client can do with that account's login. */
  public Set<Ability> abilities(Account account) {
    return traits.abilities();
  }

  /** The key of a sentence on what that account's login lacks; empty if nothing. */
  public Optional<String> lacks(Account account) {
    return Optional.empty();
  }

  /** The values that an option of its traits may have; none where any text may stand. */
  public List<String> choices(PostOption option) {
    return List.of();
  }

  /**
   * What stands against a post with these options, such as a title that is missing or too long.
   * Pure.
   */
  public List<ContentRules.Issue> against(Map<PostOption, String> options) {
    return List.of();
  }

  /** What stands against a first comment, where its options have one. Pure. */
  public List<ContentRules.Issue> againstComment(String text) {
    return List.of();
  }

  /**
   * What an answer in an account's name says about limits, good or not. Pure, and never throws;
   * what makes no sense says nothing.
   *
   * @param now by our clock
   */
  public List<ToldLimit> limits(PlatformRequest request, HttpOutcome.Answered answer, Instant now) {
    return List.of();
  }

  /**
   * Of what a call was refused for its rate, where the network keeps that apart: then only what
   * needs it waits. {@link NetworkQuota.Of#CALLS} where one limit covers all, or nobody knows.
   * Pure, and never throws.
   *
   * @param refusal not a good answer
   */
  public NetworkQuota.Of refusedOf(PlatformRequest request, HttpOutcome.Answered refusal) {
    return NetworkQuota.Of.CALLS;
  }

  /**
   * What a call took of the quotas of which nothing is ever told ({@link NetworkQuota.Told#NEVER})
   * and that are not counted in posts. Pure, and never throws.
   */
  public List<Taken> took(PlatformRequest request, HttpOutcome.Answered answer) {
    return List.of();
  }

  /**
   * How long what its API told of counts may be kept unless the account's login is renewed, by its
   * terms; empty where they say nothing of that.
   */
  public Optional<Duration> readingsKept() {
    return Optional.empty();
  }

  /** A client; thread-safe, as all are. Made without any call. */
  public abstract SocialPlatform client(ClientSetup setup);
}
