package id.gaung.campaign;

import id.gaung.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The legal steps of a campaign (domain.md 2.2): from where, to where, whose, and with a reason.
 */
// The sets never change: Set.of.
@SuppressWarnings("ImmutableEnumChecker")
public enum CampaignStep {
  SUBMIT(CampaignState.SUBMITTED, Role.STAFF, false, "submitted", CampaignState.DRAFT),
  APPROVE(CampaignState.APPROVED, Role.APPROVER, false, "approved", CampaignState.SUBMITTED),
  REJECT(CampaignState.DRAFT, Role.APPROVER, true, "rejected", CampaignState.SUBMITTED),
  ACTIVATE(CampaignState.ACTIVE, Role.STAFF, false, "activated", CampaignState.APPROVED),
  PAUSE(CampaignState.PAUSED, Role.STAFF, true, "paused", CampaignState.ACTIVE),
  RESUME(CampaignState.ACTIVE, Role.STAFF, true, "resumed", CampaignState.PAUSED),
  /**
   * From approved and paused only once its last day is over, usually by the calendar. A person who
   * takes it ends the campaign early, which stops what is under way: hence the reason.
   */
  COMPLETE(
      CampaignState.COMPLETED,
      Role.STAFF,
      true,
      "completed",
      CampaignState.ACTIVE,
      CampaignState.APPROVED,
      CampaignState.PAUSED),
  CLOSE(CampaignState.CLOSED, Role.APPROVER, false, "closed", CampaignState.COMPLETED),
  CANCEL(
      CampaignState.CANCELLED,
      Role.APPROVER,
      true,
      "cancelled",
      CampaignState.DRAFT,
      CampaignState.SUBMITTED,
      CampaignState.APPROVED,
      CampaignState.ACTIVE,
      CampaignState.PAUSED,
      CampaignState.COMPLETED);

  private final CampaignState to;
  private final Role role;
  private final boolean reasoned;
  private final String done;
  private final Set<CampaignState> from;

  CampaignStep(CampaignState to, Role role, boolean reasoned, String done, CampaignState... from) {
    this.to = to;
    this.role = role;
    this.reasoned = reasoned;
    this.done = done;
    this.from = Set.of(from);
  }

  public CampaignState to() {
    return to;
  }

  /** Whose step it is; Gaung itself may activate and complete by the calendar. */
  public Role role() {
    return role;
  }

  /** Whether a reason is compulsory. */
  public boolean isReasoned() {
    return reasoned;
  }

  /** Whether a page of its own asks first: for a reason, or since it lets money be spent. */
  public boolean isAsked() {
    return reasoned || this == APPROVE;
  }

  public boolean isFrom(CampaignState state) {
    return from.contains(state);
  }

  /** The steps out of a state, in the order in which a page offers them. */
  public static List<CampaignStep> from(CampaignState state) {
    return Arrays.stream(values()).filter(step -> step.isFrom(state)).toList();
  }

  /** As in addresses: {@code /campaigns/{id}/submit}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #path()} writes. */
  public static CampaignStep ofPath(String path) {
    return valueOf(path.toUpperCase(Locale.ROOT));
  }

  /** Of the sprite. */
  public String icon() {
    return switch (this) {
      case SUBMIT -> "send";
      case APPROVE -> "check";
      case REJECT -> "pencil";
      case ACTIVATE, RESUME -> "play";
      case PAUSE -> "pause";
      case COMPLETE, CANCEL -> "x";
      case CLOSE -> "shield";
    };
  }

  /** Whether it stops what others are at work on, so that it is never a button by itself. */
  public boolean isGrave() {
    return this == COMPLETE || this == CANCEL;
  }

  /** As in the audit log. */
  String action() {
    return "campaign." + done;
  }
}
