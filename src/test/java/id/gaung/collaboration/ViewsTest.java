package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.WorkCounts.CreatorsTurn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What collaboration vouches for to others. */
@Tag("database")
class ViewsTest {

  private final World world = new World();

  private List<Long> fees(UUID offer) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select l.fee_rupiah from collaboration_fee_line l
                    join deliverable d on d.id = l.deliverable_id
                    where l.offer_id = ? order by d.number
                    """)
                .bind(0, offer)
                .mapTo(Long.class)
                .list());
  }

  @Test
  void the_fee_is_shared_among_the_deliverables_to_the_last_rupiah() {
    Offer offer = world.acceptedOffer();
    world.jdbi.useHandle(
        h -> {
          h.execute("delete from deliverable where offer_id = ?", offer.id());
          h.execute("update offer set fee_rupiah = 1000001 where id = ?", offer.id());
          for (int number = 1; number <= 4; number++) {
            h.execute(
                """
                insert into deliverable (id, offer_id, number, title, due_on, state)
                values (?, ?, ?, 'Konten', date '2026-12-01', ?)
                """,
                world.ids.next(),
                offer.id(),
                number,
                number == 2 ? "CANCELLED" : "ASSIGNED");
          }
        });
    assertThat(fees(offer.id())).containsExactly(333_334L, 333_334L, 333_333L);
    world.jdbi.useHandle(
        h -> h.execute("update offer set state = 'WITHDRAWN' where id = ?", offer.id()));
    assertThat(fees(offer.id())).isEmpty();
  }

  @Test
  void a_creator_and_staff_count_the_same_open_drafts() {
    WorkCounts counts = new WorkCounts(world.jdbi);
    Offer offer = world.acceptedOffer();
    List<CreatorsTurn> waiting = counts.ofCreators(world.clock.instant());
    assertThat(waiting).singleElement().satisfies(turn -> assertThat(turn.drafts()).isPositive());
    assertThat(counts.ofCreator(offer.creatorId(), world.clock.instant())).isEqualTo(waiting);
    world.clock.step(Duration.between(world.clock.instant(), offer.endOfWork()).minusSeconds(1));
    assertThat(counts.ofCreator(offer.creatorId(), world.clock.instant())).isEqualTo(waiting);
    world.clock.step(Duration.ofSeconds(1));
    assertThat(counts.ofCreators(world.clock.instant())).isEmpty();
    assertThat(counts.ofCreator(offer.creatorId(), world.clock.instant())).isEmpty();
  }
}
