package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.Offer;
import id.gaung.collaboration.World;
import id.gaung.creator.CreatorDirectory.Asked;
import id.gaung.creator.CreatorDirectory.Card;
import id.gaung.creator.CreatorDirectory.Show;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The directory says what is going on with each creator, and finds them by it. */
@Tag("database")
class CreatorDirectoryTest {

  private final World world = new World();
  private final CreatorDirectory directory = new CreatorDirectory(world.jdbi);

  private List<Card> shown(Show show) {
    return directory.page(new Asked("Dewi", "", Optional.empty(), show), 1).rows();
  }

  @Test
  void who_is_asked_or_works_is_not_ready_and_who_accepted_is_known() {
    assertThat(shown(Show.READY)).extracting(Card::id).containsExactly(world.creator);
    assertThat(shown(Show.KNOWN)).isEmpty();
    Offer sent = world.sentOffer(world.activeCampaign());
    assertThat(shown(Show.READY)).isEmpty();
    assertThat(shown(Show.ALL)).extracting(card -> card.doing().key()).containsExactly("open");
    world.collaboration.links().accept(world.token(sent), world.acceptance(sent));
    Card card = shown(Show.KNOWN).get(0);
    assertThat(card.doing().key()).isEqualTo("working");
    assertThat(card.lastFee()).contains(sent.fee());
    assertThat(card.lastFeeAt())
        .as("the day of the agreement, not of the work")
        .contains(world.clock.instant());
    assertThat(card.lastTitle()).isEmpty();
    assertThat(shown(Show.RETIRED)).isEmpty();
    assertThat(
            directory
                .page(new Asked("nobody of that name", "", Optional.empty(), Show.ALL), 1)
                .total())
        .isZero();
    assertThat(directory.page(new Asked("Dewi", "99.99.99", Optional.empty(), Show.ALL), 1).rows())
        .isEmpty();
  }
}
