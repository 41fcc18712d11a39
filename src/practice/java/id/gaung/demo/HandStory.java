package id.gaung.demo;

import id.gaung.engagement.TypeFigures;
import id.gaung.platform.PublishMode;
import id.gaung.publishing.HandPosts.Given;
import id.gaung.publishing.RenditionRow;
import id.gaung.sandbox.AppPosts;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A post that somebody puts out in the network's app and shows by its address, or by a picture
 * where its network does not have the account; what nobody reads of it is typed.
 */
final class HandStory {

  private static final Duration GRACE_OVER = Duration.ofMinutes(61);

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;
  private final DemoAccount account;

  HandStory(
      DemoOffice office, DemoActors people, DemoStage stage, StoryTime time, DemoAccount account) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
    this.account = account;
  }

  /**
   * @param after how long after its time it is put out
   */
  void tell(UUID post, String product, Instant due, Duration after) {
    if (after.compareTo(GRACE_OVER) > 0) {
      time.lookAt(due.plus(GRACE_OVER));
    }
    time.at(due.plus(after), () -> publish(post, product));
    time.at(due.plus(after).plusSeconds(60), () -> type(post, product));
  }

  private Optional<RenditionRow> rendition(UUID post) {
    return office.publishing().posts().renditions(post).stream()
        .filter(row -> row.channelId().equals(account.id()))
        .findFirst();
  }

  private void publish(UUID post, String product) {
    rendition(post)
        .ifPresent(
            row ->
                office
                    .publishing()
                    .hand()
                    .published(people.staff(), Map.of(row.id(), shown(row.text(), product))));
  }

  private Given shown(String text, String product) {
    if (!account.onNetwork()) {
      return new Given("", Optional.of(picture(product)));
    }
    byte[] photo = stage.picture(stage.product(product), 1);
    Optional<AppPosts.Shown> draft =
        account.mode() == PublishMode.HANDOVER
            ? office.apps().endDraft(account.network(), account.handle())
            : Optional.empty();
    AppPosts.Shown out =
        draft.orElseGet(() -> office.apps().post(account.network(), account.handle(), text, photo));
    return Given.address(office.networks().uri(account.network()) + out.path());
  }

  private UUID picture(String product) {
    byte[] drawn = stage.picture(stage.product(product), 1);
    return office
        .photos()
        .store(people.staff(), new ByteArrayInputStream(drawn), "tangkapan-layar.jpg")
        .id();
  }

  private void type(UUID post, String product) {
    rendition(post)
        .filter(row -> office.engagement().watches().typed(Set.of(row.id())).contains(row.id()))
        .ifPresent(
            row ->
                office
                    .engagement()
                    .typed()
                    .type(
                        people.staff(),
                        row.id(),
                        new TypeFigures(
                            about(412),
                            about(365),
                            about(48),
                            about(5),
                            about(3),
                            about(9),
                            about(1_310),
                            Optional.empty(),
                            Optional.of(picture(product)),
                            false)));
  }

  /** Each account has figures of its own, the same whenever the story is told. */
  private Optional<Long> about(long usual) {
    return Optional.of(usual * (60 + Math.floorMod(account.handle().hashCode(), 90)) / 100);
  }
}
