package id.gaung.demo;

import id.gaung.engagement.TypeFigures;
import id.gaung.publishing.HandPosts.Given;
import id.gaung.publishing.RenditionRow;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A post that somebody puts out by hand and shows by a picture, and whose figures are typed. */
final class HandStory {

  private static final Duration GRACE_OVER = Duration.ofMinutes(61);

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;

  HandStory(DemoOffice office, DemoActors people, DemoStage stage, StoryTime time) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
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

  private Optional<RenditionRow> byHand(UUID post) {
    UUID channel = stage.channel(stage.channels().size());
    return office.publishing().posts().renditions(post).stream()
        .filter(row -> row.channelId().equals(channel))
        .findFirst();
  }

  private void publish(UUID post, String product) {
    UUID photo = picture(product);
    byHand(post)
        .ifPresent(
            row ->
                office
                    .publishing()
                    .hand()
                    .published(
                        people.staff(), Map.of(row.id(), new Given("", Optional.of(photo)))));
  }

  private UUID picture(String product) {
    byte[] drawn = stage.picture(stage.product(product), 1);
    return office
        .photos()
        .store(people.staff(), new ByteArrayInputStream(drawn), "tangkapan-layar.jpg")
        .id();
  }

  private void type(UUID post, String product) {
    UUID photo = picture(product);
    byHand(post)
        .ifPresent(
            row ->
                office
                    .typed()
                    .type(
                        people.staff(),
                        row.id(),
                        new TypeFigures(
                            Optional.of(412L),
                            Optional.of(365L),
                            Optional.of(48L),
                            Optional.of(5L),
                            Optional.of(3L),
                            Optional.of(9L),
                            Optional.of(1_310L),
                            Optional.empty(),
                            Optional.of(photo))));
  }
}
