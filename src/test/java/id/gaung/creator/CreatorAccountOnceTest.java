package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.collaboration.World;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database lets an account be one active creator's, whoever asks it and however. */
@Tag("database")
class CreatorAccountOnceTest {

  private final World world = new World();
  private final Creators creators = world.creators;

  private static List<AccountEntry> account(String handle) {
    return List.of(
        new AccountEntry(
            Nets.INSTAGRAM, handle, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Creator creator(String name, String number, String handle) {
    return creators.create(
        world.staff,
        new CreateCreator(name, CreatorKind.CREATOR, number, "", Optional.empty(), "")
            .with(account(handle)));
  }

  private Creator changed(Creator creator, boolean active, Optional<List<AccountEntry>> accounts) {
    return creators.change(
        world.staff,
        creator.id(),
        new ChangeCreator(
            creator.name(),
            creator.kind(),
            creator.whatsapp().digits(),
            "",
            creator.kecamatanCode(),
            creator.note(),
            active,
            creator.version(),
            creator.photoId(),
            accounts));
  }

  @Test
  void two_rows_of_one_account_cannot_stand_beside_each_other() {
    creator("Rani", "081200000301", "rani.kuliner");
    Creator rara = creator("Rara", "081200000302", "rara");
    assertThatThrownBy(
            () ->
                world.jdbi.useHandle(
                    handle ->
                        handle.execute(
                            "update creator_account set handle = 'RANI.kuliner'"
                                + " where creator_id = ?",
                            rara.id())))
        .hasMessageContaining(CreatorAccountDao.ONE_ACTIVE);
  }

  @Test
  void who_becomes_active_again_is_told_that_the_account_is_anothers_by_now() {
    Creator rani = creator("Rani", "081200000301", "rani.kuliner");
    Creator retired = changed(rani, false, Optional.empty());
    creator("Rara", "081200000302", "rani.kuliner");
    Problem refused =
        catchThrowableOfType(Problem.class, () -> changed(retired, true, Optional.empty()));
    assertThat(refused.errors())
        .containsExactly(FieldError.of("accounts", "creator.account.taken-one"));
    assertThat(creators.find(rani.id()).orElseThrow().active()).isFalse();
    // With the account given away in the same step it goes.
    assertThat(changed(retired, true, Optional.of(account("rani.baru"))).active()).isTrue();
  }

  @Test
  void who_was_slower_is_told_before_anything_else() {
    Creator rani = creator("Rani", "081200000301", "rani.kuliner");
    changed(rani, true, Optional.of(account("rani.satu")));
    assertThat(
            catchThrowableOfType(
                    Problem.class, () -> changed(rani, true, Optional.of(account("rani.dua"))))
                .isStale())
        .isTrue();
  }
}
