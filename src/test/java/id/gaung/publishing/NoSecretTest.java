package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Accessed;
import id.gaung.kernel.Problem;
import id.gaung.platform.Failure;
import id.gaung.publishing.Settlements.SettleRendition;
import id.gaung.publishing.Settlements.SettleRendition.Settlement;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Commands for posts of an account that was deactivated, and of which no secret is left. */
class NoSecretTest extends PostsWorld {

  private void deactivate() {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update channel set state = 'RECONNECT', trouble = 'ACCOUNT_BLOCKED',"
                    + " sealed_secrets = null"));
  }

  @Test
  void nothing_is_called_in_its_name_and_the_reason_is_the_stored_one() {
    deactivate();
    Accessed<String> asked =
        channels.channels().withAccess(channel, access -> "called", answer -> Optional.empty());
    assertThat(asked.answer()).isEmpty();
    assertThat(asked.failure())
        .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Failure.Kind.ACCOUNT_BLOCKED));
    Assertions.assertThatThrownBy(() -> channels.channels().check(world.staff, channel))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("platform.failure.ACCOUNT_BLOCKED"));
  }

  @Test
  void publishing_now_is_held_and_nothing_leaves() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    deactivate();
    publishing.renditions().publishNow(world.staff, only(id).id(), new AdvanceRendition(0));
    publishing.engine().runOnce();
    assertThat(network.calls).isEmpty();
    assertThat(only(id).state()).isEqualTo(RenditionState.SCHEDULED);
    assertThat(only(id).heldReason()).contains(HeldReason.CHANNEL);
  }

  @Test
  void an_uncertain_one_can_still_be_settled_by_what_the_person_saw() {
    UUID id = uncertain();
    deactivate();
    int asked = network.lookUps.get();
    publishing
        .settlements()
        .settle(
            world.staff,
            only(id).id(),
            new SettleRendition(Settlement.GIVE_UP, "", only(id).version()));
    assertThat(network.lookUps).hasValue(asked);
    assertThat(only(id).state()).isEqualTo(RenditionState.CANCELLED);
  }
}
