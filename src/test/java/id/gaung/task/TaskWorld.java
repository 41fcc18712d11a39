package id.gaung.task;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.mail.MailFeature;
import id.gaung.media.MediaFeature;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.HandPosts.Given;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** An office with an account by hand on each of two networks, and two people for them. */
abstract class TaskWorld {

  private static final URI URL = URI.create("https://gaung.test");
  static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 24, 19, 0);
  static final Instant DUE = Wita.instant(EVENING);

  @TempDir private static Path folder;

  final World world = new World();
  private final long begun =
      world.jdbi.withHandle(
          h -> h.createQuery("select seq from audit_head").mapTo(Long.class).one());
  final IdentityFeature identity = new IdentityFeature(world.foundation, true, URL);
  private final ListedHosts hosts = new ListedHosts(reachable());
  private final PlatformHttp http = new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD);
  final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          identity.people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          NetworkModule.published().stream().map(this::client).toList(),
          URL);
  final MediaFeature media = new MediaFeature(world.foundation, folder, URL, new byte[32]);
  final PublishingFeature publishing =
      new PublishingFeature(
          world.foundation,
          channels,
          world.campaign.campaigns(),
          world.products,
          world.collaboration.deliverables(),
          media,
          identity.people(),
          PublishingRules.of(Duration.ofMinutes(60), 4),
          "test");
  private final MailFeature mail =
      new MailFeature(
          world.foundation,
          identity,
          Optional.empty(),
          id -> Optional.empty(),
          URL,
          new byte[32],
          "test");
  final TaskFeature feature =
      new TaskFeature(
          world.foundation,
          identity,
          mail.mails(),
          channels.channels(),
          publishing,
          media,
          Duration.ofMinutes(60),
          new byte[32]);
  final Tasks tasks = feature.tasks();
  final Actor admin = world.person("Admina", Role.ADMIN);
  final Actor hand = world.entered(world.person("Stafina", Role.STAFF));
  final Actor other = world.entered(world.person("Budi", Role.STAFF));
  final UUID bluesky = enter(Nets.BLUESKY, "umkm.bsky.social", hand);
  final UUID mastodon = enter(Nets.MASTODON, "umkm@mastodon.social", hand);

  private int posts;

  /** Hosts that can be called; none. */
  Set<String> reachable() {
    return Set.of();
  }

  /** What is set of a network; nothing. */
  Map<String, String> settings(NetworkModule module) {
    return Map.of();
  }

  /** Called while the world is made. */
  SocialPlatform client(NetworkModule module) {
    return module.client(
        new ClientSetup(NetworkSettings.of(module, settings(module)), http, hosts, world.clock));
  }

  UUID enter(Network network, String account, Actor whose) {
    return channels
        .hand()
        .enter(admin, new EnterChannel(network, account, "", whose.id().orElseThrow().toString()));
  }

  UUID post(UUID... on) {
    UUID campaign = world.activeCampaign();
    UUID post =
        publishing
            .posts()
            .compose(
                world.staff,
                new ComposePost(
                    Optional.empty(),
                    Optional.of(campaign),
                    List.of(world.product),
                    List.of(on).stream()
                        .map(
                            channel ->
                                new ComposedRendition(
                                    channel, "Kopi " + ++posts + " #umkm", EVENING, List.of()))
                        .toList()));
    for (RenditionRow row : publishing.posts().renditions(post)) {
      publishing
          .renditions()
          .approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    }
    return post;
  }

  Map<UUID, RenditionRow> rows(UUID post) {
    Map<UUID, RenditionRow> rows = new HashMap<>();
    publishing.posts().renditions(post).forEach(row -> rows.put(row.channelId(), row));
    return rows;
  }

  void out(String token, Map<UUID, String> addresses) {
    Map<UUID, Given> given = new HashMap<>();
    addresses.forEach((id, address) -> given.put(id, Given.address(address)));
    tasks.published(token, given);
  }

  void give(String token, GiveTask gift) {
    tasks.giving().give(tasks.read(token), gift);
  }

  void to(Instant instant) {
    world.clock.step(Duration.between(world.clock.instant(), instant));
  }

  long audit(String action) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from audit_event where action = :action and seq > :since")
                .bind("action", action)
                .bind("since", begun)
                .mapTo(Long.class)
                .one());
  }

  List<String> mails() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select kind || ' ' || state from mail order by id")
                .mapTo(String.class)
                .list());
  }

  void at(Instant instant) {
    to(instant);
    publishing.engine().runOnce();
  }

  String token(Actor whose) {
    WaitingTask task = tasks.waitingFor(whose.id().orElseThrow(), 5).get(0);
    return tasks.path(task.id(), task.personId()).replace("/tasks/", "");
  }

  List<RenditionState> states(UUID post) {
    return rows(post).values().stream().map(RenditionRow::state).toList();
  }

  List<String> wrong(String token, Map<UUID, String> addresses) {
    try {
      out(token, addresses);
      return List.of();
    } catch (Problem problem) {
      return problem.errors().stream().map(TaskWorld::shown).toList();
    }
  }

  private static String shown(FieldError error) {
    return error.field() + " " + error.key();
  }
}
