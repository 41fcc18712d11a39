package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.followup.FollowUpFeature;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaFeature;
import id.gaung.platform.Access;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.Listing;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.PostFollowUps.FollowUp;
import id.gaung.publishing.PostFollowUps.State;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.removal.RemovalFeature;
import id.gaung.removal.Removals.OrderRemoval;
import id.gaung.sandbox.ContractWorld.Tried;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A post with what follows it, from its command to its practice network and away again. */
@Tag("database")
class ThreadJourneyTest {

  private static final ContractWorld PRACTICE = new ContractWorld();
  private static final URI URL = URI.create("https://gaung.test");

  @TempDir Path folder;

  /** Those that publish by themselves without a permission, and take a text alone. */
  static Stream<Arguments> networks() {
    return NetworkModule.connected().stream()
        .filter(module -> module.traits().modes().get(0) == PublishMode.API)
        .flatMap(
            module ->
                Stream.of(PostOption.THREAD, PostOption.FIRST_COMMENT)
                    .filter(kind -> module.traits().options().contains(kind))
                    .filter(
                        kind ->
                            PRACTICE
                                .client(module)
                                .rules(PRACTICE.connected(module).account())
                                .textAlone())
                    .map(kind -> Arguments.of(module, kind)));
  }

  @AfterEach
  void switchOff() {
    NetworkModule.connected().forEach(PRACTICE.practice.faults::switchOffAll);
  }

  @AfterAll
  static void close() {
    PRACTICE.close();
  }

  /** An office with one account there, and a post of it that is out. */
  private final class Office {
    final World world = new World();
    final NetworkModule module;
    final PostOption kind;
    final Access access;
    final SocialPlatform client;
    final PublishingFeature publishing;
    final FollowUpFeature followUp;
    final RemovalFeature removal;
    final UUID post;
    final List<String> texts;
    final Instant since = PRACTICE.practice.clock.instant();

    Office(NetworkModule module, PostOption kind) {
      this.module = module;
      this.kind = kind;
      access = PRACTICE.connected(new Tried(module, Map.of()));
      client = PRACTICE.client(module);
      ChannelFeature channels =
          new ChannelFeature(
              world.foundation,
              new IdentityFeature(world.foundation, true, URL).people(),
              new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
              List.of(connectedAtOnce()),
              URL);
      publishing =
          new PublishingFeature(
              world.foundation,
              channels,
              world.campaign.campaigns(),
              world.products,
              world.collaboration.deliverables(),
              new MediaFeature(world.foundation, folder, URL, new byte[32]),
              new IdentityFeature(world.foundation, true, URL).people(),
              PublishingRules.of(Duration.ofMinutes(60), 4),
              "test");
      followUp = new FollowUpFeature(world.foundation, channels, publishing);
      removal =
          new RemovalFeature(
              world.foundation,
              channels,
              publishing,
              followUp.followUps(),
              new IdentityFeature(world.foundation, true, URL).people());
      Map<String, String> filled =
          channels.platforms().of(module).connectFields().stream()
              .collect(Collectors.toMap(ConnectField::name, field -> "terisi"));
      UUID channel =
          channels
              .connections()
              .connect(world.person("Ayu", Role.ADMIN), new ConnectChannel(module, filled, ""))
              .channelId()
              .orElseThrow();
      String mark = " " + UUID.randomUUID().toString().substring(0, 8);
      texts =
          kind == PostOption.THREAD
              ? List.of("Bagian dua" + mark, "Bagian tiga" + mark, "Bagian empat" + mark)
              : List.of("Pesan lewat tautan di profil" + mark);
      post =
          publishing
              .posts()
              .compose(
                  world.staff,
                  new ComposePost(
                      Optional.empty(),
                      Optional.of(world.activeCampaign()),
                      List.of(world.product),
                      List.of(
                          new ComposedRendition(
                              channel,
                              "Awal utas" + mark,
                              Wita.dateTime(world.clock.instant()),
                              List.of(),
                              Map.of(kind, String.join("\n---\n", texts))))));
      publishing
          .renditions()
          .approve(world.approver, row().id(), new AdvanceRendition(row().version()));
      for (int i = 0; i < 10 && row().state() != RenditionState.PUBLISHED; i++) {
        publishing.engine().runOnce();
        step(Duration.ofSeconds(2));
      }
      assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
    }

    /** The account is opened before, as whoever connected it left it. */
    private SocialPlatform connectedAtOnce() {
      return (SocialPlatform)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {SocialPlatform.class},
              (proxy, method, args) -> {
                if (method.getName().equals("connect")) {
                  return new Connecting.Connected(access);
                }
                try {
                  return method.invoke(client, args);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });
    }

    RenditionRow row() {
      return publishing.posts().renditions(post).get(0);
    }

    void step(Duration by) {
      world.clock.step(by);
      PRACTICE.practice.clock.move(by);
    }

    void run() {
      followUp.schedules().get(0).job().run();
    }

    /** Some networks take several steps for each part, with a pause between. */
    void runUntilAllIsOut() {
      for (int i = 0; i < 30 && !states().stream().allMatch(State.OUT::equals); i++) {
        run();
        step(Duration.ofSeconds(2));
      }
    }

    List<State> states() {
      return followUp
          .followUps()
          .of(List.of(row().id()))
          .getOrDefault(row().id(), List.of())
          .stream()
          .sorted(Comparator.comparing(FollowUp::number))
          .map(FollowUp::state)
          .toList();
    }

    List<PracticePost> arrived(String text) {
      return PRACTICE.arrived(module, access, text);
    }

    void eachStandsOnceUnderTheOneBefore() {
      String parent = row().remoteId().orElseThrow();
      for (String text : texts) {
        List<PracticePost> stands = arrived(text);
        assertThat(stands).as(text).hasSize(1);
        assertThat(stands.get(0).recordJson()).contains(parent);
        parent = kind == PostOption.THREAD ? stands.get(0).remoteId() : parent;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void the_network_shows_it_all_in_order_and_it_is_no_post_beside_gaung(
      NetworkModule module, PostOption kind) {
    Office office = new Office(module, kind);
    office.runUntilAllIsOut();
    assertThat(office.states()).hasSameSizeAs(office.texts).containsOnly(State.OUT);
    office.eachStandsOnceUnderTheOneBefore();
    office.step(Duration.ofMinutes(10));
    assertThat(ContractWorld.listed(office.client, office.access, office.since))
        .extracting(Listing.Post::post)
        .extracting(listed -> listed.remoteId())
        .containsExactly(office.row().remoteId().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void answers_that_are_lost_and_faults_bring_nothing_twice(NetworkModule module, PostOption kind) {
    Office office = new Office(module, kind);
    PRACTICE.practice.faults.switchOn(NewFault.of(module, FaultKind.LOST_ANSWER).times(2));
    for (int i = 0; i < 30; i++) {
      office.run();
      office.step(Duration.ofMinutes(5));
    }
    assertThat(office.states()).hasSameSizeAs(office.texts).containsOnly(State.OUT);
    office.eachStandsOnceUnderTheOneBefore();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void taking_the_post_away_takes_its_thread_away_the_last_part_first(
      NetworkModule module, PostOption kind) {
    Office office = new Office(module, kind);
    office.runUntilAllIsOut();
    office
        .removal
        .removals()
        .order(
            office.world.staff,
            office.row().id(),
            new OrderRemoval("Harga salah", office.row().version()));
    assertThat(office.row().state()).isEqualTo(RenditionState.REMOVED);
    // A first comment goes with its post: nobody asks the network for it.
    assertThat(office.states()).hasSameSizeAs(office.texts).containsOnly(State.REMOVED);
    if (kind == PostOption.THREAD) {
      assertThat(office.texts.stream().flatMap(text -> office.arrived(text).stream()))
          .allMatch(part -> part.deletedAt().isPresent());
    }
    assertThat(ContractWorld.listed(office.client, office.access, office.since)).isEmpty();
  }
}
