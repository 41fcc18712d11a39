package id.gaung;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignFeature;
import id.gaung.catalogue.CatalogueFeature;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.CollaborationFeature;
import id.gaung.creator.CreatorFeature;
import id.gaung.db.Database;
import id.gaung.db.UuidV7Ids;
import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.Watches;
import id.gaung.home.DiskSpace;
import id.gaung.home.HomeFeature;
import id.gaung.identity.IdentityFeature;
import id.gaung.jobs.Jobs;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Ids;
import id.gaung.mail.MailFeature;
import id.gaung.media.MediaFeature;
import id.gaung.media.MediaUses.MediaUse;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.LicenceGaps;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.report.ReportFeature;
import id.gaung.task.TaskFeature;
import id.gaung.web.Texts;
import io.dropwizard.core.setup.Environment;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The product, wired by hand in dependency order: the same objects for the server, the commands and
 * the tests. A feature takes what stands above it here, so a ring cannot even be written.
 */
final class Gaung {

  private final Texts texts;
  private final Foundation foundation;
  private final IdentityFeature identity;
  private final MediaFeature media;
  private final MailFeature mail;
  private final CatalogueFeature catalogue;
  private final CreatorFeature creator;
  private final CampaignFeature campaign;
  private final CollaborationFeature collaboration;
  private final ChannelFeature channel;
  private final PublishingFeature publishing;
  private final TaskFeature task;
  private final OnNetworks onNetworks;
  private final EngagementFeature engagement;
  private final ReportFeature report;
  private final DiskSpace disk;
  private final HomeFeature home;
  private final Optional<Companion.Parts> companion;
  private final Jobs jobs;
  private final Optional<PlatformHttp> http;
  private final URI publicUrl;

  Gaung(
      GaungConfiguration configuration,
      Database database,
      Clock clock,
      Optional<Companion.Parts> companion,
      List<SocialPlatform> clients,
      Optional<PlatformHttp> http) {
    this.companion = companion;
    this.texts = Doors.texts(companion);
    this.http = http;
    this.publicUrl = configuration.publicUrl();
    Ids ids = new UuidV7Ids();
    Keys keys = new Keys(configuration.secretKey());
    String node = NodeName.in(configuration.dataFolder(), ids);
    Audit audit = new Audit(database.jdbi(), database.transactions(), clock);
    foundation = new Foundation(database.jdbi(), database.transactions(), audit, ids, clock);
    report = new ReportFeature(foundation);
    identity =
        new IdentityFeature(
            foundation,
            companion.isPresent(),
            configuration.publicUrl(),
            companion.map(Companion.Parts::office).orElseGet(configuration::office));
    media =
        new MediaFeature(
            foundation,
            configuration.dataFolder().resolve("media"),
            configuration.publicUrl(),
            keys.forPurpose("media links"),
            configuration.media().maxVideo());
    media
        .photos()
        .usedBy(asked -> MediaUse.all(identity.offices().shown(asked), "office", "/settings"));
    boolean practice = companion.isPresent();
    mail =
        MailWiring.feature(
            configuration, practice, foundation, identity, media.photos(), keys, node);
    catalogue = new CatalogueFeature(foundation, media.photos());
    creator = new CreatorFeature(foundation, catalogue.territory()::kecamatanNames, media.photos());
    campaign = new CampaignFeature(foundation, catalogue.products(), identity.offices());
    collaboration =
        new CollaborationFeature(
            foundation,
            identity,
            campaign,
            catalogue.products(),
            creator.creators(),
            media,
            configuration.publicUrl(),
            keys.forPurpose("offer links"));
    collaboration.tellBy(mail);
    channel =
        new ChannelFeature(
            foundation,
            identity.people(),
            new Sealing(keys.forPurpose("channel secrets")),
            clients,
            configuration.publicUrl());
    channel.tellBy(mail.mails(), identity.people());
    publishing =
        new PublishingFeature(
            foundation,
            channel,
            campaign.campaigns(),
            catalogue.products(),
            collaboration.deliverables(),
            media,
            identity.people(),
            PublishingRules.of(
                configuration.publishing().grace(), configuration.publishing().lanes()),
            node);
    publishing.tellBy(mail.mails(), identity.people());
    campaign.steps().listen(publishing.campaignListener());
    collaboration.fitsBy(publishing.draftFit());
    Watches watches = EngagementFeature.watches(foundation);
    publishing.listen(watches);
    task =
        new TaskFeature(
            foundation,
            identity,
            mail.mails(),
            channel.channels(),
            publishing,
            media,
            configuration.publishing().grace(),
            keys.forPurpose("task links"));
    engagement =
        new EngagementFeature(
            foundation,
            watches,
            channel.channels(),
            channel.platforms(),
            publishing.renditions(),
            media.photos());
    publishing.measuredBy(engagement.measures());
    onNetworks = OnNetworks.of(this);
    disk = DiskSpace.of(configuration.dataFolder(), media::folderIsThere);
    home =
        new HomeFeature(
            foundation,
            identity,
            catalogue,
            creator.creators(),
            campaign,
            publishing,
            onNetworks.followUp().followUps(),
            mail,
            media.photos(),
            new LicenceGaps(foundation.jdbi(), media.library(), channel.channels()),
            task.tasks(),
            watches,
            () -> report.reports().newestWeek(),
            week -> Optional.of(report.reports().get(week, Optional.empty())),
            () -> jobs().watch(),
            disk);
    jobs = new Jobs(database.dataSource(), node, Timetable.of(this), clock);
  }

  /** Registers every door. */
  void register(Environment environment) {
    new Doors(this, companion).register(environment);
  }

  /** Begins the work that comes round. */
  void start() {
    publishing.start();
    mail.start();
    jobs.start();
  }

  /** Nothing new begins: no job, no attempt, no question to a network. Returns at once. */
  void beginStop() {
    jobs.standby();
    mail.standby();
    publishing.standby();
    http.ifPresent(PlatformHttp::stopReading);
  }

  /**
   * Ends the work under way, each part within a limit: calls that publish are given some seconds
   * and then broken off.
   */
  void stop() {
    beginStop();
    publishing.stop(() -> http.ifPresent(PlatformHttp::stop));
    jobs.stop();
    companion.ifPresent(Companion.Parts::close);
  }

  Jobs jobs() {
    return jobs;
  }

  /** What comes round once in the cluster, for a clock that is moved by hand. */
  List<Schedule> clusterSchedules() {
    return Timetable.of(this).stream()
        .filter(schedule -> schedule.where() == Schedule.Where.ONCE_IN_CLUSTER)
        .toList();
  }

  /** Room on the disk of the data folder. */
  DiskSpace disk() {
    return disk;
  }

  Texts texts() {
    return texts;
  }

  Foundation foundation() {
    return foundation;
  }

  IdentityFeature identity() {
    return identity;
  }

  MediaFeature media() {
    return media;
  }

  MailFeature mail() {
    return mail;
  }

  CatalogueFeature catalogue() {
    return catalogue;
  }

  CreatorFeature creator() {
    return creator;
  }

  CampaignFeature campaign() {
    return campaign;
  }

  CollaborationFeature collaboration() {
    return collaboration;
  }

  ChannelFeature channel() {
    return channel;
  }

  PublishingFeature publishing() {
    return publishing;
  }

  ReportFeature report() {
    return report;
  }

  TaskFeature task() {
    return task;
  }

  OnNetworks onNetworks() {
    return onNetworks;
  }

  EngagementFeature engagement() {
    return engagement;
  }

  HomeFeature home() {
    return home;
  }

  URI publicUrl() {
    return publicUrl;
  }
}
