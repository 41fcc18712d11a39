package id.gaung.collaboration;

import id.gaung.kernel.Rupiah;

/**
 * What invitations take from a campaign's budget.
 *
 * @param promised the fees of its open and accepted offers
 * @param asked the fees of those that are being made
 */
public record InvitationMoney(Rupiah budget, Rupiah promised, Rupiah asked) {

  /** What is left after these; below zero when too much is promised. */
  public Rupiah left() {
    return budget.minus(promised).minus(asked);
  }

  /** Of the budget, in percent; at most all of it. */
  public int promisedShare() {
    return percent(promised);
  }

  /** Of the budget, in percent; at most what is not promised. */
  public int askedShare() {
    return Math.min(100 - promisedShare(), percent(asked));
  }

  private int percent(Rupiah part) {
    return budget.amount() == 0 ? 100 : (int) Math.min(100, part.amount() * 100 / budget.amount());
  }
}
