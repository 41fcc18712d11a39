package id.gaung.collaboration;

import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.kernel.Network;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Several invitations that share their dates and their message.
 *
 * @param respondBy in WITA
 * @param dueOn when the first draft is due
 * @param networks for which the content is meant; none for all on which the office publishes
 */
public record InviteCreators(
    LocalDateTime respondBy,
    LocalDate dueOn,
    LocalDate workEndsOn,
    String message,
    List<Network> networks,
    List<Invitations.Invitee> invitees) {

  DraftOffer draft(Invitations.Invitee invitee) {
    return new DraftOffer(
        invitee.creatorId(),
        invitee.fee(),
        message,
        Optional.of(respondBy),
        workEndsOn,
        List.of(
            new DeliverablePlan(invitee.title(), dueOn, networks, Optional.of(invitee.format()))),
        Optional.empty());
  }
}
