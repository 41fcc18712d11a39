package id.gaung.publishing;

import com.codahale.metrics.MetricRegistry;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignListener;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Deliverables;
import id.gaung.collaboration.DraftFit;
import id.gaung.identity.People;
import id.gaung.jobs.Job;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Actor;
import id.gaung.mail.Mails;
import id.gaung.media.Fit;
import id.gaung.media.MediaFeature;
import id.gaung.publishing.PublishingSwitch.SwitchDao;
import id.gaung.web.Form;
import id.gaung.web.NavItem;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Wires publishing. */
public final class PublishingFeature {

  private final List<RenditionListener> listeners = new CopyOnWriteArrayList<>();
  private final Foundation foundation;
  private final Channels channels;
  private final Platforms platforms;
  private final DraftFit draftFit;
  private final PublishingDoors doors;
  private final Posts posts;
  private final Renditions renditions;
  private final WholePosts whole;
  private final PausedPosts paused;
  private final UntoldEnds untold;
  private final Settlements settlements;
  private final LateIds lateIds;
  private final HandPosts hand;
  private final PublishingSwitch control;
  private final ChannelPostsDao planned;
  private final CampaignListener campaignEnd;
  private final PublishingEngine engine;
  private final PublishingRules rules;
  private final PublishingMetrics metrics = new PublishingMetrics();

  /**
   * @param node this process's name in the cluster, the same after a restart, without a slash
   */
  public PublishingFeature(
      Foundation foundation,
      ChannelFeature channel,
      Campaigns campaigns,
      Products products,
      Deliverables deliverables,
      MediaFeature media,
      People people,
      PublishingRules rules,
      String node) {
    this.foundation = foundation;
    this.channels = channel.channels();
    this.platforms = channel.platforms();
    this.rules = rules;
    untold = new UntoldEnds(foundation, deliverables);
    MediaSource library = new LibraryMedia(media, foundation.clock());
    this.draftFit = new ConnectedAccountsFit(channels, platforms, library, foundation.clock());
    Composition composition = new Composition(channels, platforms, library, foundation.clock());
    PostDao postDao = foundation.jdbi().onDemand(PostDao.class);
    media.photos().usedBy(postDao::shown);
    media.photos().shownToAllBy(postDao::published);
    RenditionDao renditionDao = foundation.jdbi().onDemand(RenditionDao.class);
    RenditionCommands steps = new RenditionCommands(foundation, renditionDao);
    RenditionRevision revision = new RenditionRevision(postDao, composition, foundation.clock());
    PostEnds ends = new PostEnds(foundation, deliverables, listeners);
    paused = new PausedPosts(foundation.jdbi(), channels, rules.grace());
    Twins twins = new Twins(foundation.jdbi(), channels);
    posts =
        new Posts(
            foundation, postDao, campaigns, products, composition, deliverables, twins, paused);
    RenditionActs acts =
        new RenditionActs(
            foundation,
            renditionDao,
            steps,
            twins,
            campaigns,
            deliverables,
            ends,
            new Licences(postDao, library),
            rules.grace());
    renditions =
        new Renditions(foundation, renditionDao, steps, revision, twins, deliverables, acts);
    whole = new WholePosts(foundation, renditionDao, postDao, acts, revision, twins, channels);
    planned = foundation.jdbi().onDemand(ChannelPostsDao.class);
    channel.countedBy(planned);
    lateIds = new LateIds(foundation, renditionDao, planned, channels, platforms, listeners);
    settlements =
        new Settlements(
            foundation,
            renditionDao,
            planned,
            lateIds,
            steps,
            channels,
            platforms,
            deliverables,
            listeners);
    hand =
        new HandPosts(
            foundation, renditions, planned, channels, platforms, deliverables, listeners);
    control = new PublishingSwitch(foundation, foundation.jdbi().onDemand(SwitchDao.class));
    campaignEnd = new CampaignEnd(renditionDao, steps, ends);
    engine =
        Engines.build(
            foundation,
            new LeaseOwner(node, foundation.ids().next().toString()),
            rules,
            channels.accounts(),
            platforms,
            new EngineSurroundings(campaigns, deliverables, library, listeners, metrics),
            UnaryOperator.identity());
    doors =
        new PublishingDoors(
            this, foundation, channel, campaigns, products, deliverables, media, people);
  }

  public Posts posts() {
    return posts;
  }

  /** What is done to a post on several accounts at once. */
  public WholePosts whole() {
    return whole;
  }

  public Renditions renditions() {
    return renditions;
  }

  /** Posts with a mark for each account, for pages. */
  public PostSlots slots() {
    return doors.slots();
  }

  /** Its pages and its API. */
  PublishingDoors doors() {
    return doors;
  }

  public PausedPosts paused() {
    return paused;
  }

  public Settlements settlements() {
    return settlements;
  }

  public HandPosts hand() {
    return hand;
  }

  /** How many posts wait to go out on each of the accounts. */
  public Map<UUID, Long> planned(Collection<UUID> channelIds) {
    return channelIds.isEmpty() ? Map.of() : planned.planned(channelIds);
  }

  public PublishingSwitch control() {
    return control;
  }

  /**
   * What pictures are made to be before they go out: by the rules of the connected account, of the
   * first one if none is named, and by those of the network while none is connected.
   *
   * @param network as it stands in addresses: {@code bluesky}
   * @return empty if there is no such network here, or it has no such account
   */
  public Optional<Fit> pictureFit(String network, Optional<UUID> channel) {
    return LibraryMedia.fit(channels, platforms, network, channel);
  }

  /** For tests and the practice mode, which step it; {@link #start} and the jobs run it. */
  public PublishingEngine engine() {
    return engine;
  }

  public PublishingHealth health() {
    return new PublishingHealth(engine, foundation.jdbi(), channels, foundation.clock());
  }

  LateIds lateIds() {
    return lateIds;
  }

  /** How drafts fit the connected accounts. */
  public DraftFit draftFit() {
    return draftFit;
  }

  /** To be told to the campaigns. */
  public CampaignListener campaignListener() {
    return campaignEnd;
  }

  /** Tells of each publication, in its transaction; to be called while wiring. */
  public void listen(RenditionListener listener) {
    listeners.add(listener);
  }

  /** By what planners and staff are told; to be called while wiring. */
  public void tellBy(Mails mails, People people) {
    listen(new PostMails(foundation, mails, people));
  }

  /** Who knows what networks count of posts; to be called while wiring. */
  public void measuredBy(PostMeasures measures) {
    doors.views().measuredBy(measures);
  }

  /**
   * A post's page with what was typed into a form of one of its accounts, and why it was refused.
   */
  public View again(Viewer viewer, Form form, RenditionRow rendition) {
    return doors.views().showAgain(viewer, rendition.postId(), form, rendition.id());
  }

  /** A post that the office took away from its network. Within the caller's transaction. */
  public void gone(Actor by, UUID renditionId, String reason) {
    renditions.takenAway(renditionId, by, reason);
    listeners.forEach(listener -> listener.gone(List.of(renditionId)));
  }

  /** Posts on the accounts that Gaung did not publish. */
  public FoundPosts found() {
    return renditions.found();
  }

  /** Who knows what follows posts by itself; to be called while wiring. */
  public void followedBy(PostFollowUps followUps) {
    doors.views().followedBy(followUps);
  }

  /** Who takes posts away from their networks; to be called while wiring. */
  public void removedBy(PostRemovals removals) {
    doors.views().removedBy(removals);
  }

  public void register(JerseyEnvironment jersey) {
    doors.all().forEach(jersey::register);
  }

  /** Its figures, under {@code publishing}; see {@link PublishingMetrics}. */
  public void register(MetricRegistry all) {
    metrics.register(all, health(), foundation.clock());
  }

  public List<NavItem> nav() {
    return List.of(CalendarPages.NAV);
  }

  public List<Schedule> schedules() {
    return List.of(
        Schedule.eachNode(Job.of("publish-due-posts", engine::tick), Duration.ofSeconds(1)),
        Schedule.eachNode(Job.of("renew-publishing-claims", engine::heartbeat), rules.heartbeat()),
        Schedule.eachNode(Job.of("identify-settled-posts", lateIds::run), Duration.ofMinutes(1)));
  }

  /** Before the jobs start. */
  public void start() {
    untold.tell();
    engine.start();
  }

  /** Takes nothing more. Returns at once. */
  public void standby() {
    engine.standby();
  }

  /**
   * Calls under way end, what was not begun is given back.
   *
   * @param breakOff breaks the calls off that take too long
   */
  public void stop(Runnable breakOff) {
    engine.stop(breakOff);
  }
}
