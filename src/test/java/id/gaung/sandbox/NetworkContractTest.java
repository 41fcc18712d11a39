package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.gaung.kernel.Network;
import id.gaung.platform.Ability;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Attachment;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostOption;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Run;
import id.gaung.sandbox.ContractWorld.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every network module keeps, against its practice server: it asks the modules what they are,
 * so that a new one is tried as it is, without a line here.
 */
@Tag("database")
class NetworkContractTest {

  private static final ContractWorld WORLD = new ContractWorld();

  /** Each network, as often as there are ways to connect its accounts. */
  static List<Tried> modules() {
    return NetworkModule.connected().stream().flatMap(one -> WORLD.ways(one).stream()).toList();
  }

  /** Each with each kind of attachment it declares, and with none where it takes text alone. */
  static Stream<Arguments> attachments() {
    return modules().stream()
        .flatMap(tried -> kinds(tried.module()).stream().map(kind -> Arguments.of(tried, kind)));
  }

  private static List<Optional<Attachment.Kind>> kinds(NetworkModule module) {
    List<Optional<Attachment.Kind>> kinds = new ArrayList<>();
    if (takesTextAlone(module)) {
      kinds.add(Optional.empty());
    }
    module.traits().attachments().stream().sorted().map(Optional::of).forEach(kinds::add);
    return kinds;
  }

  private static boolean takesTextAlone(NetworkModule module) {
    return WORLD.client(module).rules(WORLD.connected(module).account()).textAlone();
  }

  /** What a person ends in the app, they say there. */
  static Stream<Arguments> options() {
    return modules().stream()
        .filter(tried -> !ContractWorld.isHanded(tried.module()))
        .flatMap(
            tried ->
                tried.module().options(WORLD.connected(tried).account()).stream()
                    // What follows a post is a call of its own: FollowUpContractTest.
                    .filter(o -> o != PostOption.THREAD && o != PostOption.FIRST_COMMENT)
                    .sorted()
                    .flatMap(
                        option ->
                            values(tried.module(), option).stream()
                                .map(value -> Arguments.of(tried, option, value))));
  }

  /** All but the first of what may be chosen, which holds where nothing is. */
  private static List<String> values(NetworkModule module, PostOption option) {
    List<String> choices = module.choices(option);
    return choices.isEmpty() ? List.of("true") : choices.subList(1, choices.size());
  }

  static Stream<Arguments> faults() {
    return modules().stream()
        .flatMap(
            tried ->
                Arrays.stream(FaultKind.values())
                    .filter(kind -> kind.fits(tried.module()))
                    .map(kind -> Arguments.of(tried, kind)));
  }

  @AfterEach
  void switchOff() {
    NetworkModule.connected().forEach(WORLD.practice.faults::switchOffAll);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static Publication publication(NetworkModule module) {
    return publication(module, kinds(module).get(0));
  }

  private static Publication publication(
      NetworkModule module, Optional<Attachment.Kind> attachment) {
    return WORLD.publication(WORLD.attachment(attachment), Map.of());
  }

  private static LookUp lookUp(NetworkModule module, Access access, Publication p, Checkpoint at) {
    return WORLD.client(module).lookUp(access, LookUpRequest.of(p, at));
  }

  /** Whether its client can find out what became of a call, and whether a post stands. */
  private static boolean isReadable(NetworkModule module) {
    return module.traits().settling() != Settling.PERSON;
  }

  /** The post is found; where only a person can tell, it is never taken for lost. */
  private static void isKnown(
      NetworkModule module,
      Access access,
      Publication publication,
      Checkpoint at,
      Optional<RemotePost> post) {
    if (ContractWorld.isHanded(module)) {
      return;
    }
    LookUp answer = lookUp(module, access, publication, at);
    if (!isReadable(module) && !WORLD.isWatched(module, access)) {
      assertThat(answer)
          .isInstanceOfSatisfying(
              LookUp.Undecided.class, undecided -> assertThat(undecided.again()).isFalse());
      return;
    }
    assertThat(answer).isInstanceOf(LookUp.Found.class);
    post.ifPresent(
        known -> assertThat(((LookUp.Found) answer).post().remoteId()).isEqualTo(known.remoteId()));
  }

  private static void move(Duration by) {
    WORLD.practice.clock.move(by);
  }

  private static void once(NetworkModule module, Access access, Publication publication) {
    assertThat(WORLD.arrived(module, access, publication.text())).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void an_account_is_connected_and_tells_its_followers(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);

    assertThat(access.account().network()).isEqualTo((Network) module);
    assertThat(access.account().remoteId()).isNotBlank();
    AccountProfile profile = WORLD.client(module).profile(access);
    assertThat(profile.followers()).isInstanceOf(Figure.Known.class);
    profile.handle().ifPresent(handle -> assertThat(access.account().handle()).startsWith(handle));
    assertThat(WORLD.client(module).sites(access.account())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void credentials_are_renewed_when_they_say_so_and_work_on(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    Optional<Instant> due = access.credentials().refreshAt();
    if (due.isEmpty()) {
      Refreshing never = WORLD.client(module).refresh(access);
      assertThat(never).isInstanceOf(Refreshing.Failed.class);
      return;
    }
    move(Duration.between(WORLD.practice.clock.instant(), due.get()));

    Refreshing renewed = WORLD.client(module).refresh(access);

    assertThat(renewed).isInstanceOf(Refreshing.Refreshed.class);
    Access again = new Access(access.account(), ((Refreshing.Refreshed) renewed).credentials());
    Publication publication = publication(module);
    WORLD.drive(WORLD.client(module), again, publication, Checkpoint.START).published();
  }

  @ParameterizedTest
  @MethodSource("attachments")
  void each_kind_of_attachment_comes_out_once_and_is_found_read_and_gone(
      Tried tried, Optional<Attachment.Kind> kind) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    Publication publication = publication(module, kind);

    Run run = WORLD.drive(client, access, publication, Checkpoint.START);

    RemotePost post = run.published().post();
    once(module, access, publication);
    showsWhatWasAttached(module, access, publication);
    assertThat(post.url()).isPresent();
    move(Duration.ofHours(1));
    isKnown(module, access, publication, run.before(), Optional.of(post));
    boolean readable = isReadable(module);
    assertThat(client.presence(access, post))
        .isEqualTo(readable ? Presence.PRESENT : Presence.UNKNOWN);
    Reading.Measured read = (Reading.Measured) client.read(access, List.of(post)).get(post);
    for (Metric metric : module.traits().counts().engagements()) {
      assertThat(read.figures().get(metric)).as(metric.name()).isInstanceOf(Figure.Known.class);
    }
    for (Metric metric : Metric.values()) {
      if (!module.traits().counts().offered().contains(metric)) {
        assertThat(read.figures().get(metric)).as(metric.name()).isInstanceOf(Figure.Missing.class);
      }
    }
    WORLD.practice.faults.deletePost(module, post.remoteId());
    assertThat(client.presence(access, post))
        .isEqualTo(readable && !ContractWorld.isHanded(module) ? Presence.GONE : Presence.UNKNOWN);
    if (readable) {
      assertThat(client.read(access, List.of(post)).get(post))
          .isNotInstanceOf(Reading.Measured.class);
    }
  }

  private static void showsWhatWasAttached(
      NetworkModule module, Access access, Publication publication) {
    PracticePost arrived = WORLD.arrived(module, access, publication.text()).get(0);
    List<PostPicture> shown = WORLD.shown(arrived);
    if (publication.video().isPresent()) {
      assertThat(shown).hasSize(1);
      assertThat(shown.get(0).isVideo()).isTrue();
      assertThat(shown.get(0).size()).isEqualTo((int) publication.video().get().bytes());
      boolean described =
          WORLD.client(module).rules(access.account()).video().orElseThrow().maxAltText() > 0;
      assertThat(shown.get(0).alt()).isEqualTo(described ? "Penjual menggoreng amplang" : "");
    } else if (publication.card().isPresent()) {
      assertThat(arrived.recordJson()).contains("https://toko.example/amplang");
      assertThat(arrived.recordJson().contains("Amplang Manggar"))
          .isNotEqualTo(module.makesCards());
    } else {
      boolean described = WORLD.client(module).rules(access.account()).pictures().maxAltText() > 0;
      assertThat(shown.stream().map(PostPicture::alt))
          .isEqualTo(publication.altTexts().stream().map(alt -> described ? alt : "").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("attachments")
  void a_process_killed_after_any_step_goes_on_and_nothing_comes_out_twice(
      Tried tried, Optional<Attachment.Kind> kind) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    Publication publication = publication(module, kind);

    Run run = WORLD.drive(WORLD.client(module), access, publication, Checkpoint.START, 2);

    RemotePost post = run.published().post();
    move(Duration.ofMinutes(5));
    isKnown(module, access, publication, run.before(), Optional.of(post));
    once(module, access, publication);
  }

  @ParameterizedTest
  @MethodSource("attachments")
  void an_answer_that_was_lost_is_found_by_looking_up_or_left_to_a_person(
      Tried tried, Optional<Attachment.Kind> kind) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    Publication publication = publication(module, kind);
    WORLD.practice.faults.switchOn(NewFault.of(module, FaultKind.LOST_ANSWER).times(1));

    Run run = WORLD.drive(WORLD.client(module), access, publication, Checkpoint.START);

    if (ContractWorld.isHanded(module)) {
      WORLD.comesToTheApp(module, access, publication, run);
      once(module, access, publication);
      return;
    }
    assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
    move(Duration.ofMinutes(5));
    isKnown(module, access, publication, run.before(), Optional.empty());
    once(module, access, publication);
  }

  @ParameterizedTest
  @MethodSource("options")
  void each_option_reaches_the_network_and_only_what_is_declared(
      Tried tried, PostOption option, String value) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    Attachment attachment = WORLD.attachment(kinds(module).get(0));
    Publication plain = WORLD.publication(attachment, Map.of());
    Publication said = WORLD.publication(attachment, Map.of(option, value));

    WORLD.drive(client, access, plain, Checkpoint.START).published();
    Run run = WORLD.drive(client, access, said, Checkpoint.START);

    run.published();
    PracticePost one = WORLD.arrived(module, access, plain.text()).get(0);
    PracticePost other = WORLD.arrived(module, access, said.text()).get(0);
    assertThat(other.recordJson()).contains(value).isNotEqualTo(one.recordJson());
    move(Duration.ofMinutes(5));
    isKnown(module, access, said, run.before(), Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void an_option_that_is_not_declared_changes_nothing(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    for (PostOption option : PostOption.values()) {
      if (module.traits().options().contains(option)) {
        continue;
      }
      Publication publication =
          WORLD.publication(
              WORLD.attachment(kinds(module).get(0)), Map.of(option, "kata yang tidak dikirim"));
      WORLD.drive(WORLD.client(module), access, publication, Checkpoint.START).published();
      PracticePost post = WORLD.arrived(module, access, publication.text()).get(0);
      assertThat(post.recordJson()).doesNotContain("tidak dikirim");
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void as_many_posts_as_a_reading_takes_are_read_at_once(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    List<RemotePost> posts = new ArrayList<>();
    for (int i = 0; i < client.readBatchSize(); i++) {
      Publication publication = publication(module);
      posts.add(WORLD.drive(client, access, publication, Checkpoint.START).published().post());
      move(Duration.ofMinutes(1));
    }
    move(Duration.ofHours(1));

    Map<RemotePost, Reading> read = client.read(access, posts);

    assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(posts);
    assertThat(read.values()).allMatch(Reading.Measured.class::isInstance);
  }

  /** A person who looks in the app says where it is. */
  @ParameterizedTest
  @MethodSource("modules")
  void the_address_of_a_post_names_it(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    Publication publication = publication(module, kinds(module).get(0));
    Run run = WORLD.drive(client, access, publication, Checkpoint.START);
    RemotePost post = run.published().post();

    PostAddress named = client.postAt(access.account(), post.url().orElseThrow().toString());

    assertThat(named).isInstanceOf(PostAddress.Named.class);
    if (!isReadable(module)) {
      LookUpRequest asked =
          new LookUpRequest(publication, run.before(), post.url(), ChannelPosts.NONE);
      assertThat(client.lookUp(access, asked)).isInstanceOf(LookUp.Found.class);
    }
  }

  static Stream<Arguments> deleting() {
    return attachments().filter(one -> WORLD.isAble((Tried) one.get()[0], Ability.DELETE));
  }

  @ParameterizedTest
  @MethodSource("deleting")
  void what_can_be_deleted_is_gone_whole_and_is_gone_the_second_time(
      Tried tried, Optional<Attachment.Kind> kind) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    Publication publication = publication(module, kind);
    RemotePost post = WORLD.drive(client, access, publication, Checkpoint.START).published().post();

    assertThat(client.delete(access, post)).isInstanceOf(Deleting.Gone.class);

    assertThat(WORLD.arrived(module, access, publication.text()))
        .hasSize(1)
        .allMatch(gone -> gone.deletedAt().isPresent());
    assertThat(client.delete(access, post)).isInstanceOf(Deleting.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void each_fault_ends_as_it_must_and_never_in_two_posts(Tried tried, FaultKind kind) {
    NetworkModule module = tried.module();
    new FaultContract(WORLD, module, WORLD.connected(tried), kind).holds(kinds(module).get(0));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_dead_token_is_a_certain_failure_of_the_authorisation(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    PracticeAccount account =
        WORLD.practice.accounts.list(module).stream()
            .filter(one -> access.account().handle().startsWith(one.handle()))
            .max(java.util.Comparator.comparing(one -> one.handle().length()))
            .orElseGet(() -> fail("no such account"));
    WORLD.practice.faults.expireTokens(module, account.handle());
    Publication publication = publication(module);

    Run run = WORLD.drive(WORLD.client(module), access, publication, Checkpoint.START);

    assertThat(run.failed().failure().kind())
        .isIn(Failure.Kind.TOKEN_EXPIRED, Failure.Kind.RECONNECT);
    assertThat(WORLD.arrived(module, access, publication.text())).isEmpty();
  }

  static List<Tried> thatDelete() {
    return able(Ability.DELETE);
  }

  static List<Tried> listing() {
    return able(Ability.LIST);
  }

  private static List<Tried> able(Ability ability) {
    return modules().stream().filter(tried -> WORLD.isAble(tried, ability)).toList();
  }

  @ParameterizedTest
  @MethodSource("thatDelete")
  void a_post_is_taken_away_and_stays_so_however_often_it_is_asked(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    Publication kept = publication(module);
    RemotePost other = WORLD.drive(client, access, kept, Checkpoint.START).published().post();
    Publication publication = publication(module);
    RemotePost post = WORLD.drive(client, access, publication, Checkpoint.START).published().post();

    assertThat(client.delete(access, post)).isEqualTo(new Deleting.Gone());
    assertThat(client.delete(access, post)).isEqualTo(new Deleting.Gone());

    assertThat(client.presence(access, post)).isNotEqualTo(Presence.PRESENT);
    assertThat(client.presence(access, other)).isNotEqualTo(Presence.GONE);
  }

  @ParameterizedTest
  @MethodSource("listing")
  void what_an_account_published_is_listed_newest_first(Tried tried) {
    NetworkModule module = tried.module();
    Access access = WORLD.connected(tried);
    SocialPlatform client = WORLD.client(module);
    Instant since = WORLD.practice.clock.instant();
    List<RemotePost> posts = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Publication publication = publication(module);
      posts.add(0, WORLD.drive(client, access, publication, Checkpoint.START).published().post());
      texts.add(0, publication.text());
      move(Duration.ofMinutes(1));
    }
    move(Duration.ofHours(1));
    WORLD.practice.faults.deletePost(module, posts.get(1).remoteId());

    List<Listing.Post> listed = ContractWorld.listed(client, access, since);

    assertThat(listed)
        .extracting(one -> one.post().remoteId())
        .containsExactly(posts.get(0).remoteId(), posts.get(2).remoteId());
    assertThat(listed).extracting(Listing.Post::text).containsExactly(texts.get(0), texts.get(2));
    assertThat(listed).allMatch(one -> one.post().url().isPresent() && !one.at().isBefore(since));
    Reading.Measured read =
        (Reading.Measured) client.read(access, List.of(posts.get(0))).get(posts.get(0));
    if (!listed.get(0).figures().isEmpty()) {
      assertThat(listed.get(0).figures()).isEqualTo(read.figures());
    }
  }
}
