package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.kernel.Problem;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class OfferRaceTest {

  private static final int ROUNDS = 40;

  private final World world = new World();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void of_accepting_and_withdrawing_at_once_exactly_one_wins_and_the_loser_reads_a_sentence()
      throws Exception {
    UUID campaign = world.activeCampaign();
    Set<OfferState> seen = new HashSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      Offer sent = world.sentOffer(campaign);
      String token = world.token(sent);
      AcceptOffer acceptance = world.acceptance(sent);
      CyclicBarrier start = new CyclicBarrier(2);
      Future<Optional<Problem>> accepting =
          race(start, () -> world.collaboration.links().accept(token, acceptance));
      Future<Optional<Problem>> withdrawing =
          race(
              start,
              () ->
                  world
                      .collaboration
                      .sent()
                      .withdraw(world.staff, sent.id(), TakeOfferStep.plain()));
      Optional<Problem> creatorLost = accepting.get(20, TimeUnit.SECONDS);
      Optional<Problem> staffLost = withdrawing.get(20, TimeUnit.SECONDS);

      assertThat(creatorLost.isPresent()).isNotEqualTo(staffLost.isPresent());
      OfferState state = world.collaboration.offers().get(sent.id()).state();
      seen.add(state);
      if (creatorLost.isPresent()) {
        assertThat(state).isEqualTo(OfferState.WITHDRAWN);
        assertThat(creatorLost.get().key()).isEqualTo("collaboration.link.WITHDRAWN");
      } else {
        assertThat(state).isEqualTo(OfferState.ACCEPTED);
        assertThat(staffLost.orElseThrow().key()).isEqualTo("collaboration.refused.ACCEPTED");
        // Frees the creator for the next round.
        world.jdbi.useHandle(
            h -> h.execute("update offer set state = 'DECLINED' where id = ?", sent.id()));
      }
      assertThat(
              world.actions("offer", sent.id()).stream()
                  .filter(a -> a.equals("offer.accepted") || a.equals("offer.withdrawn")))
          .hasSize(1);
    }
    assertThat(seen).isSubsetOf(OfferState.ACCEPTED, OfferState.WITHDRAWN);
    assertThat(world.foundation.audit().verify().holds()).isTrue();
  }

  @Test
  void of_accepting_twice_at_once_one_wins() throws Exception {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    AcceptOffer acceptance = world.acceptance(sent);
    CyclicBarrier start = new CyclicBarrier(2);
    Future<Optional<Problem>> one =
        race(start, () -> world.collaboration.links().accept(token, acceptance));
    Future<Optional<Problem>> two =
        race(start, () -> world.collaboration.links().accept(token, acceptance));
    assertThat(one.get(20, TimeUnit.SECONDS).isPresent())
        .isNotEqualTo(two.get(20, TimeUnit.SECONDS).isPresent());
  }

  @Test
  void an_answer_that_came_first_is_not_expired_by_the_job() {
    Offer accepted = world.acceptedOffer();
    world.clock.step(Duration.ofHours(80));
    new OfferDeadlines(world.foundation).job().run();
    assertThat(world.collaboration.offers().get(accepted.id()).state())
        .isEqualTo(OfferState.ACCEPTED);
  }

  private Future<Optional<Problem>> race(CyclicBarrier start, Runnable command) {
    Callable<Optional<Problem>> racer =
        () -> {
          start.await(10, TimeUnit.SECONDS);
          try {
            command.run();
            return Optional.empty();
          } catch (Problem refused) {
            return Optional.of(refused);
          }
        };
    return threads.submit(racer);
  }
}
