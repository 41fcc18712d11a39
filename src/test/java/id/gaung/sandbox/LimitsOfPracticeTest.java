package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Budget;
import id.gaung.channel.Channel;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.ChannelListing;
import id.gaung.channel.Choosing;
import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connected;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.channel.Permits.RecordPermit;
import id.gaung.channel.Sealing;
import id.gaung.channel.Work;
import id.gaung.collaboration.World;
import id.gaung.demo.NetworkPerson;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.Permit;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishMode;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.View;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network tells of its limits, from its practice server to the page of accounts. */
@Tag("database")
class LimitsOfPracticeTest {

  private static final ContractWorld NETWORKS = new ContractWorld();
  private static final Rendering RENDERING =
      new Rendering("web", "platform", "channel", "channel-connect");

  private static final Failure SPENT = Failure.of(Failure.Kind.QUOTA, "9/2207042", "");

  private final World world = new World();
  private final Actor admin = world.person("Ayu", Role.ADMIN);

  /** A post that a person ends waits for no limit. */
  static List<NetworkModule> modules() {
    return NetworkModule.connected().stream()
        .filter(module -> !ContractWorld.isHanded(module))
        .toList();
  }

  /** Those that tell how much of a limit is used, before it is. */
  static List<NetworkModule> telling() {
    return modules().stream()
        .filter(
            module ->
                module.traits().quotas().stream()
                    .anyMatch(quota -> quota.told() != NetworkQuota.Told.NEVER))
        .toList();
  }

  static List<NetworkModule> silent() {
    return modules().stream().filter(module -> !telling().contains(module)).toList();
  }

  /** An account of the network in a Gaung of its own. */
  private final class Office {
    private final NetworkModule module;
    private final SocialPlatform client;
    private final ChannelFeature channels;
    private final UUID id;

    Office(NetworkModule module) {
      this.module = module;
      client = NETWORKS.client(module);
      URI url = URI.create("https://gaung.test");
      channels =
          new ChannelFeature(
              world.foundation,
              new IdentityFeature(world.foundation, true, url).people(),
              new Sealing(new byte[32]),
              List.of(client),
              url);
      if (module.permit() != Permit.NOT_NEEDED) {
        channels
            .permits()
            .record(
                admin,
                new RecordPermit(module, "Kepala Dinas", Wita.date(world.clock.instant()), ""));
      }
      PracticeServer server = PracticeServer.of(module);
      Connected begun =
          channels
              .connections()
              .connect(
                  admin,
                  new ConnectChannel(
                      module, server.connecting(NETWORKS.practice.uri(module)), "Kantor"));
      id = begun.channelId().orElseGet(() -> agreed(begun, server.chosen().orElse("")));
      if (channel().isByHand()) {
        channels
            .hand()
            .publishBy(admin, id, new ChangeMode(PublishMode.API, "", channel().version()));
      }
    }

    private UUID agreed(Connected begun, String chosen) {
      Map<String, String> back = new NetworkPerson().allow(begun.authorize().orElseThrow(), chosen);
      Connected agreed =
          channels
              .connections()
              .complete(
                  admin, module, back.getOrDefault("state", ""), back.getOrDefault("code", ""));
      return agreed.channelId().orElseGet(() -> meant(agreed.choice().orElseThrow(), chosen));
    }

    private UUID meant(Choosing choosing, String handle) {
      String option =
          choosing.options().stream()
              .filter(one -> one.handle().equals(handle))
              .findFirst()
              .orElseThrow()
              .id();
      return channels
          .connections()
          .choose(admin, new ChooseAccount(module, choosing.state(), option));
    }

    RemotePost publish() {
      PublishStep last = send(NETWORKS.attachment(simplest()));
      assertThat(last).isInstanceOf(PublishStep.Published.class);
      return ((PublishStep.Published) last).post();
    }

    PublishStep send(Attachment attachment) {
      Publication publication = NETWORKS.publication(attachment, Map.of());
      return channels
          .channels()
          .withAccess(
              id,
              access -> NETWORKS.drive(client, access, publication, Checkpoint.START).last(),
              step ->
                  step instanceof PublishStep.Failed failed
                      ? Optional.of(failed.failure())
                      : Optional.empty())
          .answer()
          .orElseThrow();
    }

    /** What a post must carry at least. */
    private Optional<Attachment.Kind> simplest() {
      return client.rules(channel().account()).textAlone()
          ? Optional.empty()
          : module.traits().attachments().stream().sorted().findFirst();
    }

    List<RemotePost> published(int count) {
      List<RemotePost> posts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        posts.add(publish());
      }
      return posts;
    }

    Collection<Reading> read(Work work, List<RemotePost> posts) {
      return channels
          .channels()
          .withAccess(id, work, access -> client.read(access, posts), all -> Optional.empty())
          .answer()
          .orElseThrow()
          .values();
    }

    Channel channel() {
      return channels.channels().get(id);
    }

    Budget budget() {
      return channels.channels().budgets(List.of(channel())).get(id);
    }

    String page() {
      return org.jsoup.Jsoup.parse(
              RENDERING.of(
                  new View(
                      "channel/list.jte",
                      new ChannelListing(
                          List.of(channel()),
                          List.of(module),
                          java.util.Set.of(),
                          Map.of(),
                          Map.of(),
                          Map.of(),
                          Map.of(id, budget()),
                          Map.of(),
                          world.clock.instant(),
                          false,
                          Form.empty()))))
          .text();
    }

    void fault(FaultKind kind, FaultScope scope, long amount) {
      NETWORKS.practice.faults.switchOn(NewFault.of(module, kind).on(scope).amount(amount));
    }
  }

  @AfterEach
  void switchOff() {
    modules().forEach(NETWORKS.practice.faults::switchOffAll);
  }

  @AfterAll
  static void close() {
    NETWORKS.close();
  }

  @ParameterizedTest
  @MethodSource("telling")
  void reading_waits_for_what_its_network_tells_and_publishing_goes_on(NetworkModule module) {
    Office office = new Office(module);
    List<RemotePost> posts = office.published(2);
    assertThat(office.page()).contains("terpakai").doesNotContain("dibaca lagi", "menunggu sampai");
    office.fault(FaultKind.LIMIT_USED, FaultScope.READING, 80);
    office.read(Work.READ, posts);

    Budget budget = office.budget();
    assertThat(budget.readings()).isPresent();
    assertThat(budget.posts()).isEmpty();
    assertThat(office.page()).contains("Angka dibaca lagi", "Sebabnya: ", "disimpan untuk");
    assertThat(office.read(Work.READ, posts)).allSatisfy(LimitsOfPracticeTest::isOurRestraint);
    assertThat(office.channel().pausedUntil()).isEmpty();
    assertThat(office.read(Work.PRESSED, posts)).noneMatch(Reading.Failed.class::isInstance);
    office.publish();

    world.clock.step(
        java.time.Duration.between(world.clock.instant(), budget.readings().orElseThrow().until()));
    assertThat(office.budget().readings()).isEmpty();
    assertThat(office.page()).doesNotContain("dibaca lagi");
  }

  private static void isOurRestraint(Reading reading) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Failed.class, f -> assertThat(f.failure().isOwnRestraint()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("telling")
  void a_budget_that_the_network_calls_used_up_makes_posts_wait(NetworkModule module) {
    Office office = new Office(module);
    office.fault(FaultKind.LIMIT_USED, FaultScope.EVERY_CALL, 100);
    office.publish();
    assertThat(office.budget().posts()).isPresent();
    assertThat(office.page()).contains("Unggahan akun ini menunggu sampai", "Sebabnya: ");
    world.clock.step(java.time.Duration.ofDays(1));
    assertThat(office.budget().posts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("silent")
  void a_limit_that_is_told_only_when_it_is_reached_makes_posts_wait(NetworkModule module) {
    Office office = new Office(module);
    office.published(2);
    assertThat(office.budget().posts()).isEmpty();
    NETWORKS.practice.faults.switchOn(
        NewFault.of(module, FaultKind.RATE_LIMIT_429)
            .on(FaultScope.PUBLISHING)
            .amount(90)
            .times(1));
    PublishStep refused = office.send(NETWORKS.attachment(office.simplest()));

    assertThat(refused).isInstanceOf(PublishStep.Failed.class);
    assertThat(office.budget().posts().map(Budget.Wait::until))
        .hasValueSatisfying(
            until -> assertThat(until).isAfterOrEqualTo(world.clock.instant().plusSeconds(89)));
    world.clock.step(java.time.Duration.ofMinutes(2));
    assertThat(office.budget().posts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void figures_that_make_no_sense_stop_nothing(NetworkModule module) {
    Office office = new Office(module);
    office.fault(FaultKind.LIMIT_NONSENSE, FaultScope.EVERY_CALL, 0);
    List<RemotePost> posts = office.published(2);
    assertThat(office.read(Work.READ, posts)).noneMatch(Reading.Failed.class::isInstance);
    assertThat(office.budget().posts()).isEmpty();
    assertThat(office.budget().readings()).isEmpty();
  }

  /** One call a post, so a batch is stopped between two of them. */
  @Test
  void a_batch_of_single_calls_stops_in_the_middle() {
    Office office = new Office(NetworkModule.of(Nets.THREADS));
    List<RemotePost> posts = office.published(4);
    office.fault(FaultKind.LIMIT_USED, FaultScope.READING, 78);
    assertThat(office.read(Work.READ, posts).stream().map(r -> r instanceof Reading.Failed))
        .containsExactly(false, true, true, true);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_quota_of_posts_that_is_used_up_stops_no_reading(NetworkModule module) {
    Office office = new Office(module);
    List<RemotePost> posts = office.published(1);
    office.channels.channels().withAccess(office.id, access -> SPENT, Optional::of);

    assertThat(office.budget().posts()).isPresent();
    assertThat(office.channel().pausedUntil()).isEmpty();
    assertThat(office.budget().readings()).isEmpty();
    assertThat(office.read(Work.READ, posts)).noneMatch(Reading.Failed.class::isInstance);
    assertThat(office.page()).contains("Unggahan akun ini menunggu sampai", "Sebabnya: ");
  }

  @Test
  void videos_that_are_used_up_stop_nothing_but_videos() {
    Office office = new Office(NetworkModule.of(Nets.BLUESKY));
    for (int i = 0; i < 25; i++) {
      assertThat(office.send(NETWORKS.video(2_000))).isInstanceOf(PublishStep.Published.class);
    }
    assertThat(office.send(NETWORKS.video(2_000))).isInstanceOf(PublishStep.Failed.class);

    assertThat(office.channel().pausedUntil()).isEmpty();
    assertThat(office.page()).contains("25 dari 25 video terpakai");
    assertThat(office.budget().against(Work.PUBLISH, Budget.Load.VIDEO)).isPresent();
    assertThat(office.budget().against(Work.PUBLISH, Budget.Load.PICTURES)).isEmpty();
    office.publish();
  }

  static Stream<NetworkModule> asked() {
    return modules().stream()
        .filter(
            module ->
                module
                    .traits()
                    .quota(NetworkQuota.Of.POSTS)
                    .filter(quota -> quota.told() == NetworkQuota.Told.WHEN_ASKED)
                    .isPresent());
  }

  @ParameterizedTest
  @MethodSource("asked")
  void how_many_posts_are_left_is_asked_for(NetworkModule module) {
    Office office = new Office(module);
    office.published(1);
    office.channels.channels().withAccess(office.id, office.client::askLimits, failure -> failure);
    List<Long> most =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select most from channel_budget where channel_id = ? and kind = ?")
                    .bind(0, office.id)
                    .bind(1, "POSTS")
                    .mapTo(Long.class)
                    .list());
    assertThat(most).hasSize(1).allMatch(posts -> posts >= 50);
  }
}
