package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.EnterChannel;
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
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.MoveRendition;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts that a person puts out, on three networks, without any login. */
@Tag("database")
class TasksTest {

  private static final URI URL = URI.create("https://gaung.test");
  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 24, 19, 0);
  private static final Instant DUE = Wita.instant(EVENING);

  @TempDir private static Path folder;

  private final World world = new World();
  private final long begun =
      world.jdbi.withHandle(
          h -> h.createQuery("select seq from audit_head").mapTo(Long.class).one());
  private final IdentityFeature identity = new IdentityFeature(world.foundation, true, URL);
  private final PlatformHttp http =
      new PlatformHttp(new ListedHosts(Set.of()), PlatformHttp.Timeouts.STANDARD);
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          identity.people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          NetworkModule.published().stream()
              .map(
                  module ->
                      module.client(
                          new ClientSetup(
                              NetworkSettings.of(module, Map.of()),
                              http,
                              new ListedHosts(Set.of()),
                              world.clock)))
              .toList(),
          URL);
  private final MediaFeature media = new MediaFeature(world.foundation, folder, URL, new byte[32]);
  private final PublishingFeature publishing =
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
  private final TaskFeature feature =
      new TaskFeature(
          world.foundation,
          identity,
          mail.mails(),
          channels.channels(),
          publishing,
          media.photos(),
          Duration.ofMinutes(60),
          new byte[32]);
  private final Tasks tasks = feature.tasks();
  private final Actor admin = world.person("Admina", Role.ADMIN);
  private final Actor hand = world.entered(world.person("Stafina", Role.STAFF));
  private final Actor other = world.entered(world.person("Budi", Role.STAFF));
  private final UUID bluesky = enter(Nets.BLUESKY, "umkm.bsky.social", hand);
  private final UUID mastodon = enter(Nets.MASTODON, "umkm@mastodon.social", hand);

  private int posts;

  private UUID enter(Network network, String account, Actor whose) {
    return channels
        .hand()
        .enter(admin, new EnterChannel(network, account, "", whose.id().orElseThrow().toString()));
  }

  private UUID post(UUID... on) {
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

  private Map<UUID, RenditionRow> rows(UUID post) {
    Map<UUID, RenditionRow> rows = new HashMap<>();
    publishing.posts().renditions(post).forEach(row -> rows.put(row.channelId(), row));
    return rows;
  }

  private void to(Instant instant) {
    world.clock.step(Duration.between(world.clock.instant(), instant));
  }

  private long audit(String action) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from audit_event where action = :action and seq > :since")
                .bind("action", action)
                .bind("since", begun)
                .mapTo(Long.class)
                .one());
  }

  private List<String> mails() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select kind || ' ' || state from mail order by id")
                .mapTo(String.class)
                .list());
  }

  private void at(Instant instant) {
    to(instant);
    publishing.engine().runOnce();
  }

  private String token(Actor whose) {
    WaitingTask task = tasks.waitingFor(whose.id().orElseThrow(), 5).get(0);
    return tasks.path(task.id(), task.personId()).replace("/tasks/", "");
  }

  private List<RenditionState> states(UUID post) {
    return rows(post).values().stream().map(RenditionRow::state).toList();
  }

  @Test
  void what_is_due_is_handed_to_its_person_and_is_out_by_its_address() {
    UUID post = post(bluesky, mastodon);
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    at(DUE);
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5))
        .as("one task for the post, with a row for each account")
        .singleElement()
        .satisfies(task -> assertThat(task.accounts()).isEqualTo(2))
        .satisfies(task -> assertThat(task.dueAt()).isEqualTo(DUE));
    String token = token(hand);
    UUID first = rows(post).get(bluesky).id();
    UUID second = rows(post).get(mastodon).id();

    to(DUE.plus(Duration.ofMinutes(4)));
    tasks.published(
        token, Map.of(first, " bsky.app/profile/umkm.bsky.social/post/3lbx2?ref=share#top "));
    assertThat(rows(post).get(bluesky).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(rows(post).get(bluesky).remoteUrl())
        .contains("https://bsky.app/profile/umkm.bsky.social/post/3lbx2");
    assertThat(rows(post).get(bluesky).publishedAt()).contains(DUE.plus(Duration.ofMinutes(4)));
    assertThat(rows(post).get(mastodon).state()).isEqualTo(RenditionState.HANDED_OVER);

    tasks.published(token, Map.of(second, "https://mastodon.social/@UMKM/1134567"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
    assertThat(rows(post).get(mastodon).remoteUrl())
        .contains("https://mastodon.social/@umkm/1134567");
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    assertThat(audit("task.opened")).isEqualTo(1);
    assertThat(mails()).containsExactly("TASK SHOWN");
    assertThat(audit("rendition.published")).isEqualTo(2);
  }

  @Test
  void a_wrong_address_is_told_field_by_field_and_nothing_is_taken() {
    UUID post = post(bluesky, mastodon);
    at(DUE);
    String token = token(hand);
    UUID first = rows(post).get(bluesky).id();
    UUID second = rows(post).get(mastodon).id();
    assertThat(
            wrong(
                token,
                Map.of(
                    first, "https://bsky.app/profile/umkm.bsky.social",
                    second, "https://mastodon.social/@umkm/1134567")))
        .containsExactly("url-" + first + " publishing.hand.address.PROFILE");
    assertThat(states(post)).as("not even the right one").containsOnly(RenditionState.HANDED_OVER);
    assertThat(wrong(token, Map.of(first, "https://bsky.app/profile/lain.bsky.social/post/3l")))
        .containsExactly("url-" + first + " publishing.hand.address.OTHER_ACCOUNT");
    assertThat(wrong(token, Map.of(first, "https://www.instagram.com/p/Cabcdefgh/")))
        .containsExactly("url-" + first + " publishing.hand.address.OTHER_NETWORK");
    assertThat(wrong(token, Map.of(first, "https://bsky.app/search?q=kopi")))
        .containsExactly("url-" + first + " publishing.hand.address.NO_POST");
    assertThat(wrong(token, Map.of(first, "sudah saya unggah ya")))
        .containsExactly("url-" + first + " publishing.hand.address.NO_ADDRESS");
    assertThat(wrong(token, Map.of(second, "https://mastodon.social/@umkm@lain.example/77")))
        .containsExactly("url-" + second + " publishing.hand.address.OTHER_ACCOUNT");
    assertThatThrownBy(() -> tasks.published(token, Map.of()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("task.refused.no-address"));
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
  }

  private List<String> wrong(String token, Map<UUID, String> addresses) {
    try {
      tasks.published(token, addresses);
      return List.of();
    } catch (Problem problem) {
      return problem.errors().stream().map(TasksTest::shown).toList();
    }
  }

  private static String shown(FieldError error) {
    return error.field() + " " + error.key();
  }

  @Test
  void one_address_is_one_post_s() {
    UUID post = post(bluesky);
    UUID again = post(bluesky);
    at(DUE);
    String address = "https://bsky.app/profile/umkm.bsky.social/post/3same";
    for (WaitingTask task : tasks.waitingFor(hand.id().orElseThrow(), 5)) {
      String token = tasks.path(task.id(), task.personId()).replace("/tasks/", "");
      UUID rendition = publishing.posts().renditions(task.postId()).get(0).id();
      if (task.postId().equals(post)) {
        tasks.published(token, Map.of(rendition, address));
      } else {
        assertThat(rows(post).get(bluesky).state()).isEqualTo(RenditionState.PUBLISHED);
        assertThat(wrong(token, Map.of(rendition, address + "/")))
            .containsExactly("url-" + rendition + " publishing.hand.address.used");
      }
    }
    assertThat(states(again)).containsOnly(RenditionState.HANDED_OVER);
  }

  @Test
  void whoever_is_late_is_reminded_then_it_is_missed_and_its_address_makes_it_late() {
    UUID post = post(bluesky);
    at(DUE);
    String token = token(hand);
    to(DUE.plus(Duration.ofMinutes(29)));
    tasks.remind();
    assertThat(audit("task.reminded")).isZero();
    to(DUE.plus(Duration.ofMinutes(30)));
    tasks.remind();
    tasks.remind();
    assertThat(audit("task.reminded")).as("once").isEqualTo(1);
    assertThat(mails()).containsExactly("TASK SHOWN", "TASK SHOWN");
    at(DUE.plus(Duration.ofMinutes(60)));
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    at(DUE.plus(Duration.ofMinutes(61)));
    assertThat(states(post)).containsOnly(RenditionState.MISSED);
    tasks.published(
        token,
        Map.of(
            rows(post).get(bluesky).id(), "https://bsky.app/profile/umkm.bsky.social/post/3late"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
    assertThat(rows(post).get(bluesky).publishedAt()).contains(DUE.plus(Duration.ofMinutes(61)));
  }

  @Test
  void who_wants_to_knows_half_an_hour_before_and_may_be_early() {
    UUID first = post(bluesky);
    at(DUE);
    tasks.tellEarly(token(hand), true);
    tasks.published(
        token(hand),
        Map.of(
            rows(first).get(bluesky).id(), "https://bsky.app/profile/umkm.bsky.social/post/3one"));
    UUID second =
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
                            bluesky, "Besok lagi", EVENING.plusDays(1), List.of()))));
    RenditionRow row = publishing.posts().renditions(second).get(0);
    publishing.renditions().approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    Instant due = DUE.plus(Duration.ofDays(1));
    to(due.minus(Duration.ofMinutes(31)));
    tasks.openEarly();
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    to(due.minus(Duration.ofMinutes(30)));
    tasks.openEarly();
    tasks.published(
        token(hand), Map.of(row.id(), "https://bsky.app/profile/umkm.bsky.social/post/3two"));
    at(due);
    assertThat(states(second)).containsOnly(RenditionState.PUBLISHED);
    assertThat(publishing.posts().renditions(second).get(0).attempts())
        .as("nothing was handed over once more")
        .isEqualTo(1);
  }

  @Test
  void a_task_is_given_to_somebody_else_whose_link_is_another() {
    UUID post = post(bluesky);
    at(DUE);
    String before = token(hand);
    assertThatThrownBy(
            () -> tasks.give(before, new GiveTask(world.approver.id().orElseThrow().toString())))
        .as("somebody who may not")
        .isInstanceOf(Problem.class);
    tasks.give(before, new GiveTask(other.id().orElseThrow().toString()));
    assertThatThrownBy(() -> tasks.read(before))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("task.gone.given"));
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    tasks.published(
        token(other),
        Map.of(
            rows(post).get(bluesky).id(), "https://bsky.app/profile/umkm.bsky.social/post/3given"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
  }

  @Test
  void who_cannot_says_so_and_staff_see_it() {
    post(bluesky);
    at(DUE);
    tasks.refuse(token(hand), new RefuseTask(" Sedang di jalan "));
    assertThat(tasks.refused(5))
        .singleElement()
        .satisfies(task -> assertThat(task.reason()).contains("Sedang di jalan"));
    assertThat(mails()).contains("TASK_REFUSED SHOWN");
  }

  @Test
  void a_post_that_gets_another_time_is_a_task_once_more_however_long_after() {
    UUID post = post(bluesky);
    at(DUE);
    tasks.refuse(token(hand), new RefuseTask("Sedang di jalan"));
    RenditionRow row = rows(post).get(bluesky);
    publishing
        .renditions()
        .move(world.staff, row.id(), new MoveRendition(EVENING.plusDays(4), row.version()));
    assertThat(states(post)).containsOnly(RenditionState.SCHEDULED);
    assertThat(tasks.refused(5)).isEmpty();
    Instant due = DUE.plus(Duration.ofDays(4));
    at(due);
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    String token = token(hand);
    assertThat(tasks.refused(5)).as("nobody refused this time").isEmpty();
    assertThat(mails().stream().filter("TASK SHOWN"::equals)).as("told again").hasSize(2);
    to(due.plus(Duration.ofMinutes(31)));
    tasks.remind();
    assertThat(audit("task.reminded")).isEqualTo(1);
    to(due.plus(Duration.ofDays(13)));
    assertThat(tasks.read(token).posts()).hasSize(1);
  }

  @Test
  void a_link_that_is_not_ours_or_too_old_opens_nothing() {
    post(bluesky);
    at(DUE);
    String token = token(hand);
    for (String forged : List.of("", "x", "a.b", token.substring(1), token + "x")) {
      assertThatThrownBy(() -> tasks.read(forged))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.key()).isEqualTo("task.unknown"));
    }
    to(DUE.plus(Duration.ofDays(15)));
    assertThatThrownBy(() -> tasks.read(token))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo("task.gone.old"));
  }
}
