package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must become of a publication under one fault, on any network. */
final class FaultContract {

  private final ContractWorld world;
  private final NetworkModule module;
  private final Access access;
  private final SocialPlatform client;
  private final FaultKind kind;

  FaultContract(ContractWorld world, NetworkModule module, Access access, FaultKind kind) {
    this.world = world;
    this.module = module;
    this.access = access;
    this.client = world.client(module);
    this.kind = kind;
  }

  /**
   * @param simplest what a post of the network must carry at least
   */
  void holds(Optional<Attachment.Kind> simplest) {
    Optional<Attachment.Kind> carried =
        kind == FaultKind.CONTAINER_ERROR || kind == FaultKind.SLOW_MEDIA
            ? Optional.of(Attachment.Kind.VIDEO)
            : simplest;
    Publication publication = world.publication(world.attachment(carried), Map.of());
    // Every kind stands here: whoever adds one says what must become of it.
    switch (kind) {
      case SLOW -> comesOut(publication, fault().amount(20).times(3));
      case HTTP_500 -> unknownAndNotOut(publication);
      case RATE_LIMIT_429 -> {
        Failure failure = certainlyNot(publication, publishing().amount(60));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).isPresent();
      }
      case TOKEN_EXPIRED ->
          assertThat(certainlyNot(publication, publishing()).kind())
              .isIn(Failure.Kind.TOKEN_EXPIRED, Failure.Kind.RECONNECT);
      case CONTAINER_NOT_FOUND -> {
        // Once, then until another container is made, then until it gives up for now.
        comesOut(publication, fault());
        comesOut(world.publication(world.attachment(simplest), Map.of()), fault().times(6));
        Publication third = world.publication(world.attachment(simplest), Map.of());
        assertThat(certainlyNot(third, fault().times(12)).passes()).isTrue();
      }
      case CONTAINER_ERROR -> certainlyNot(publication, fault());
      case TEXT_REFUSED ->
          assertThat(certainlyNot(publication, fault().times(1)).kind())
              .isEqualTo(Failure.Kind.TEXT_REJECTED);
      case QUOTA_USED -> {
        Failure failure = certainlyNot(publication, fault());
        assertThat(failure.kind()).isEqualTo(Failure.Kind.QUOTA);
        assertThat(failure.retryAfter()).isPresent();
      }
      case UPLOAD_LOST -> uploadLost(publication);
      case SLOW_MEDIA -> {
        Instant begun = world.practice.clock.instant();
        comesOut(publication, fault().amount(120_000));
        assertThat(Duration.between(begun, world.practice.clock.instant()))
            .isGreaterThanOrEqualTo(Duration.ofMinutes(2));
      }
      // What is being published is never stopped by what is told of limits meanwhile.
      case LIMIT_USED -> comesOut(publication, NewFault.of(module, kind).amount(100));
      case LIMIT_NONSENSE -> {
        RemotePost post = comesOut(publication, NewFault.of(module, kind));
        assertThat(client.read(access, List.of(post)).get(post))
            .isNotInstanceOf(Reading.Failed.class);
      }
      case LOST_ANSWER -> lostAndFound(publication, Optional.empty(), Optional.empty());
      case INDEX_LAG ->
          lostAndFound(publication, Optional.of(fault().amount(60_000)), Optional.empty());
      case KEY_IGNORED -> lostAndFound(publication, Optional.of(fault()), Optional.empty());
      case BOOST_WRAPPERS, NEW_IDS, TEXTS_REWRITTEN, OTHER_PAGES, CLOCK_BEHIND ->
          lostAndFound(
              publication, Optional.empty(), Optional.of(NewFault.of(module, kind).amount(20_000)));
      case REPEAT_500 -> repeated(publication);
      case HIDDEN_FROM_OTHERS, COUNTS_LATE, COUNTS_NEGATIVE, OLD_NAMES -> read(publication);
      case NO_CREDITS ->
          assertThat(certainlyNot(publication, publishing()).kind()).isEqualTo(Failure.Kind.QUOTA);
    }
  }

  private NewFault fault() {
    return NewFault.of(module, kind).times(1);
  }

  private NewFault publishing() {
    return fault().on(FaultScope.PUBLISHING);
  }

  private Run drive(Publication publication, Checkpoint from) {
    return world.drive(client, access, publication, from);
  }

  private LookUp lookUp(Publication publication, Checkpoint at) {
    return client.lookUp(access, LookUpRequest.of(ContractWorld.unopened(publication), at));
  }

  private void arrived(Publication publication, int times) {
    assertThat(world.arrived(module, access, publication.text())).hasSize(times);
  }

  private RemotePost comesOut(Publication publication, NewFault fault) {
    world.practice.faults.switchOn(fault);
    RemotePost post = drive(publication, Checkpoint.START).published().post();
    arrived(publication, 1);
    return post;
  }

  /** A certain failure leaves nothing, and the same goes out afterwards, once. */
  private Failure certainlyNot(Publication publication, NewFault fault) {
    world.practice.faults.switchOn(fault);
    PublishStep.Failed failed = drive(publication, Checkpoint.START).failed();
    arrived(publication, 0);
    world.practice.clock.move(Duration.ofMinutes(2));
    drive(publication, failed.checkpoint()).published();
    arrived(publication, 1);
    return failed.failure();
  }

  /** Nothing says that it made nothing, so the list is read, and not at once. */
  private void uploadLost(Publication publication) {
    world.practice.faults.switchOn(fault());
    Run run = drive(publication, Checkpoint.START);
    assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
    assertThat(lookUp(publication, run.before())).isInstanceOf(LookUp.Undecided.class);
    world.practice.clock.move(Duration.ofMinutes(15));
    LookUp later = lookUp(publication, run.before());
    assertThat(later).isInstanceOf(LookUp.NotPublished.class);
    drive(publication, ((LookUp.NotPublished) later).checkpoint()).published();
    arrived(publication, 1);
  }

  private void unknownAndNotOut(Publication publication) {
    world.practice.faults.switchOn(publishing());
    Run run = drive(publication, Checkpoint.START);
    assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
    world.practice.clock.move(Duration.ofMinutes(5));
    LookUp answer = lookUp(publication, run.before());
    if (ContractWorld.isHanded(module)) {
      isLeftToWhoeverEndsIt(publication, answer);
      assertThat(world.endDraft(client, access, publication)).isEmpty();
      return;
    }
    if (isForPeople()) {
      // What is not seen by what watches the account may be out all the same.
      assertThat(answer).isInstanceOf(LookUp.Undecided.class);
      assertThat(((LookUp.Undecided) answer).again()).isEqualTo(world.isWatched(module, access));
      arrived(publication, 0);
      return;
    }
    assertThat(answer).isInstanceOf(LookUp.NotPublished.class);
    drive(publication, ((LookUp.NotPublished) answer).checkpoint()).published();
    arrived(publication, 1);
  }

  /** Whether only a person can tell what became of a call. */
  private boolean isForPeople() {
    return module.traits().settling() == Settling.PERSON;
  }

  /** Never made again: the person is told that there may be a draft. */
  private void isLeftToWhoeverEndsIt(Publication publication, LookUp answer) {
    assertThat(answer).isInstanceOf(LookUp.NotPublished.class);
    PublishStep end = drive(publication, ((LookUp.NotPublished) answer).checkpoint()).last();
    assertThat(end)
        .isInstanceOfSatisfying(
            PublishStep.HandedOver.class,
            over -> assertThat(over.draft()).isEqualTo(PublishStep.Draft.UNCERTAIN));
  }

  /** Never sent again by itself. */
  private static void isLeftToThem(LookUp answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Undecided.class, undecided -> assertThat(undecided.again()).isFalse());
  }

  private void lostAndFound(
      Publication publication, Optional<NewFault> before, Optional<NewFault> looking) {
    before.ifPresent(world.practice.faults::switchOn);
    world.practice.faults.switchOn(NewFault.of(module, FaultKind.LOST_ANSWER).times(1));
    Run run = drive(publication, Checkpoint.START);
    assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
    if (ContractWorld.isHanded(module)) {
      world.practice.clock.move(Duration.ofMinutes(5));
      isLeftToWhoeverEndsIt(publication, lookUp(publication, run.before()));
      assertThat(world.endDraft(client, access, publication)).isPresent();
      assertThat(world.endDraft(client, access, publication)).isEmpty();
      return;
    }
    looking.ifPresent(world.practice.faults::switchOn);
    world.practice.clock.move(Duration.ofSeconds(10));
    assertThat(lookUp(publication, run.before())).isNotInstanceOf(LookUp.NotPublished.class);
    world.practice.clock.move(Duration.ofMinutes(5));
    LookUp later = lookUp(publication, run.before());
    if (isForPeople() && !world.isWatched(module, access)) {
      isLeftToThem(later);
    } else {
      assertThat(later).isInstanceOf(LookUp.Found.class);
    }
    arrived(publication, 1);
  }

  /** The same call a second time says nothing, and the post is found. */
  private void repeated(Publication publication) {
    Run run = drive(publication, Checkpoint.START);
    run.published();
    world.practice.faults.switchOn(fault());
    assertThat(client.publish(access, publication, run.before()))
        .isInstanceOf(PublishStep.Unknown.class);
    world.practice.clock.move(Duration.ofMinutes(5));
    assertThat(lookUp(publication, run.before())).isInstanceOf(LookUp.Found.class);
    arrived(publication, 1);
  }

  private void read(Publication publication) {
    RemotePost post = drive(publication, Checkpoint.START).published().post();
    world.practice.clock.move(Duration.ofHours(1));
    world.practice.faults.switchOn(NewFault.of(module, kind));
    Reading reading = client.read(access, List.of(post)).get(post);
    assertThat(client.presence(access, post)).isEqualTo(Presence.PRESENT);
    if (kind == FaultKind.HIDDEN_FROM_OTHERS) {
      assertThat(reading).isInstanceOf(Reading.Absent.class);
      return;
    }
    assertThat(reading).isInstanceOf(Reading.Measured.class);
    assertThat(((Reading.Measured) reading).figures().values())
        .allMatch(figure -> !(figure instanceof Figure.Known known) || known.value() >= 0);
  }
}
