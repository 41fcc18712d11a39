package id.gaung.channel;

import id.gaung.audit.Foundation;
import id.gaung.channel.CountedPosts.LimitQuestions;
import id.gaung.channel.Vault.SecretTexts;
import id.gaung.identity.People;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.mail.Mails;
import id.gaung.platform.SocialPlatform;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Wires the channels. */
public final class ChannelFeature {

  private final Channels channels;
  private final Connections connections;
  private final HandChannels hand;
  private final CreatorChannels creators;
  private final Permits permits;
  private final Platforms platforms;
  private static final int REFRESHED_AT_ONCE = 100;

  private final CountedPosts counted = new CountedPosts();
  private final Job asking;
  private final ChannelMails mails;
  private final LastAnswers answers;
  private final Job refreshing;
  private final Clock clock;

  /**
   * @param sealing under the configured secret key
   * @param publicUrl where people and networks reach this installation
   */
  public ChannelFeature(
      Foundation foundation,
      People people,
      Sealing sealing,
      Collection<? extends SocialPlatform> clients,
      URI publicUrl) {
    clock = foundation.clock();
    ChannelDao dao = foundation.jdbi().onDemand(ChannelDao.class);
    SecretTexts secrets = new SecretTexts(sealing);
    mails = new ChannelMails(foundation);
    platforms = new Platforms(clients);
    Vault vault = new Vault(dao, secrets, foundation.transactions(), foundation.audit(), mails);
    answers = new LastAnswers(foundation);
    Refresher refresher = new Refresher(foundation.jdbi(), vault, platforms, clock);
    Budgets budgets =
        new Budgets(foundation.jdbi().onDemand(BudgetDao.class), counted, foundation.clock());
    Lookers lookers = new Lookers(dao, platforms);
    Accounts accounts =
        new Accounts(vault, refresher, budgets, foundation.clock(), answers, lookers);
    channels = new Channels(foundation, dao, accounts, platforms, mails, lookers);
    permits = new Permits(foundation);
    creators = new CreatorChannels(foundation, dao);
    hand = new HandChannels(foundation, dao, people, mails, permits);
    connections =
        new Connections(foundation, dao, secrets, vault, platforms, mails, permits, publicUrl);
    asking =
        new LimitQuestions(channels::connected, budgets, accounts, platforms, foundation.clock())
            .job();
    // Before they end, those of quiet accounts too.
    refreshing =
        ForEach.of(
                "refresh-channel-tokens",
                foundation.clock(),
                () -> dao.dueForRefresh(foundation.clock().instant(), REFRESHED_AT_ONCE),
                id -> renew(accounts, id))
            .atATime(Refresher.AT_A_TIME);
  }

  private static void renew(Accounts accounts, UUID id) {
    accounts
        .refreshIfDue(id)
        .ifPresent(
            failure -> {
              throw new IllegalStateException(
                  "the authorisation was not renewed: " + failure.kind());
            });
  }

  /** By what administrators are told; called by the wiring, before anything runs. */
  public void tellBy(Mails outbox, People people) {
    mails.by(outbox, people);
  }

  /** Who knows what went out; called by the wiring, before anything runs. */
  public void countedBy(SentPosts sent) {
    counted.by(sent);
  }

  public Channels channels() {
    return channels;
  }

  public Connections connections() {
    return connections;
  }

  public HandChannels hand() {
    return hand;
  }

  /** The accounts of creators. */
  public CreatorChannels creators() {
    return creators;
  }

  /** What networks allowed the office. */
  public Permits permits() {
    return permits;
  }

  public Platforms platforms() {
    return platforms;
  }

  /**
   * Registers the doors.
   *
   * @param planned what waits to go out on accounts
   * @param followers how many followed accounts when that was read last
   */
  public void register(
      JerseyEnvironment jersey,
      PlannedPosts planned,
      Function<Collection<UUID>, Map<UUID, ChannelListing.Followers>> followers) {
    jersey.register(new ChannelsPages(channels, connections, hand, planned, followers, clock));
    jersey.register(new ChoosingPages(channels, connections));
    jersey.register(new HandChannelsPages(hand));
    jersey.register(new PermitPages(permits));
    jersey.register(new PermitResource(permits));
    jersey.register(new ChannelsResource(channels, connections, hand));
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.onceInCluster(refreshing, Duration.ofMinutes(1)),
        Schedule.onceInCluster(asking, Duration.ofMinutes(10)),
        Schedule.onceInCluster(mails.job(), Duration.ofHours(1)));
  }
}
