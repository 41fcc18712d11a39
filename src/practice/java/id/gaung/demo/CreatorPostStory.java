package id.gaung.demo;

import id.gaung.collaboration.LinkedOffer;
import id.gaung.creator.CreatorAccount;
import id.gaung.engagement.TypeFigures;
import id.gaung.kernel.Actor;
import id.gaung.ownpost.CreatorPosts.GiveAddress;
import id.gaung.sandbox.AppPosts;
import id.gaung.sandbox.PracticeEngagement;
import id.gaung.sandbox.PracticeServer;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A creator puts a content on an account of their own, too, and gives its address by the link of
 * the offer; what nobody reads of it they type, with a picture.
 */
final class CreatorPostStory {

  private static final Duration LATER = Duration.ofMinutes(70);
  private static final Duration GIVEN = Duration.ofMinutes(10);

  /** After these, what their app shows is typed. */
  private static final List<Duration> SEEN = List.of(Duration.ofHours(20), Duration.ofHours(68));

  private final DemoOffice office;
  private final StoryTime time;
  private final UUID creatorId;
  private final String token;
  private final byte[] photo;

  /**
   * @param token of the creator's link
   * @param photo what they show
   */
  CreatorPostStory(DemoOffice office, StoryTime time, UUID creatorId, String token, byte[] photo) {
    this.office = office;
    this.time = time;
    this.creatorId = creatorId;
    this.token = token;
    this.photo = photo;
  }

  /**
   * @param due when the office's posts of the content go out
   * @param number which of the creator's accounts it is; one after the other
   */
  void tell(UUID content, String caption, Instant due, int number) {
    List<CreatorAccount> accounts =
        office.creators().accounts(List.of(creatorId)).getOrDefault(creatorId, List.of()).stream()
            .filter(one -> PracticeServer.networks().contains(one.network()))
            .toList();
    if (!accounts.isEmpty()) {
      CreatorAccount account = accounts.get(number % accounts.size());
      time.at(due.plus(LATER), () -> post(content, caption, account));
    }
  }

  private void post(UUID content, String caption, CreatorAccount account) {
    AppPosts.Shown out = office.apps().post(account.network(), account.handle(), caption, photo);
    time.at(time.now().plus(GIVEN), () -> give(content, out));
  }

  private void give(UUID content, AppPosts.Shown out) {
    LinkedOffer linked = office.collaboration().links().open(token);
    String address = office.networks().uri(out.network()) + out.path() + "?utm_source=share";
    UUID post =
        office
            .creatorPosts()
            .give(linked.actor(), content, new GiveAddress(address, Optional.empty()));
    if (office.engagement().watches().typed(Set.of(post)).contains(post)) {
      SEEN.forEach(after -> time.at(time.now().plus(after), () -> type(linked.actor(), post, out)));
    }
  }

  private void type(Actor creator, UUID post, AppPosts.Shown out) {
    PracticeEngagement seen = office.apps().counts(out);
    UUID picture =
        office.photos().store(creator, new ByteArrayInputStream(photo), "tangkapan-layar.jpg").id();
    office
        .engagement()
        .typed()
        .typeOwn(
            creator,
            post,
            new TypeFigures(
                Optional.of(seen.views()),
                Optional.empty(),
                Optional.of(seen.likes()),
                Optional.of(seen.comments()),
                Optional.of(seen.shares()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(picture),
                false));
  }
}
