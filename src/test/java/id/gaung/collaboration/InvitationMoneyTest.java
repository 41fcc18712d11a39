package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Rupiah;
import org.junit.jupiter.api.Test;

/** What is invited is shown beside what was promised, and never beyond the budget's bar. */
class InvitationMoneyTest {

  private static InvitationMoney money(long budget, long promised, long asked) {
    return new InvitationMoney(new Rupiah(budget), new Rupiah(promised), new Rupiah(asked));
  }

  @Test
  void what_is_asked_for_is_taken_from_what_is_left() {
    InvitationMoney money = money(20_000_000, 5_000_000, 3_500_000);
    assertThat(money.left()).isEqualTo(new Rupiah(11_500_000));
    assertThat(money.promisedShare()).isEqualTo(25);
    assertThat(money.askedShare()).isEqualTo(17);
  }

  @Test
  void too_much_fills_the_bar_and_leaves_less_than_nothing() {
    InvitationMoney money = money(1_000_000, 900_000, 300_000);
    assertThat(money.promisedShare() + money.askedShare()).isEqualTo(100);
    assertThat(money.left()).isEqualTo(new Rupiah(-200_000));
    assertThat(money(0, 0, 1).askedShare()).isZero();
  }
}
