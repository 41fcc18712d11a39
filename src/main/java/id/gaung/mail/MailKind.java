package id.gaung.mail;

import id.gaung.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What messages are about; their texts stand in the bundle {@code mail} under {@code mail.subject},
 * {@code mail.body} and {@code mail.button}. Urgent is what loses its use by waiting for the
 * morning: a way in that somebody stands before, and posts whose time is now.
 */
public enum MailKind {
  /** {0}: until when the link opens. */
  SIGN_IN_LINK(Carrier.ADMIN, true),
  /** {0} content, {1} campaign. */
  DRAFT_TO_REVIEW(Carrier.PAGE, false, Role.STAFF),
  /** {0} content, {1} campaign. */
  REVISION_ASKED(Carrier.STAFF, false, Role.CREATOR),
  /** {0} campaign, {1} until when it can be answered. */
  OFFER_SENT(Carrier.STAFF, false, Role.CREATOR),
  /** {0} campaign. */
  OFFER_ANSWERED(Carrier.READER, false, Role.STAFF),
  /** {0} account, {1} when its authorisation ends. */
  CHANNEL_ENDING(Carrier.READER, false, Role.ADMIN),
  /** {0} account. Its posts say so themselves, urgently, when they are due. */
  CHANNEL_STOPPED(Carrier.PAGE, false, Role.ADMIN),
  /** {0}: when it was due. */
  POST_MISSED(Carrier.PAGE, true, Role.STAFF),
  /** {0}: when it was due. */
  POST_FAILED(Carrier.PAGE, true, Role.STAFF),
  /** {0}: what the post is called, {1} when it is due. */
  TASK(Carrier.PAGE, true, Role.STAFF),
  /** {0}: what the post is called, {1} when it is due. */
  TASK_REFUSED(Carrier.PAGE, true, Role.STAFF),
  TEST(Carrier.PAGE, true);

  /** Who has the message when it cannot leave by itself. */
  enum Carrier {
    /** Administrators pass it on. */
    ADMIN,
    /** Staff pass it on. */
    STAFF,
    /** The reader finds it on the first page. */
    READER,
    /** What it tells of stands on the reader's first page anyway. */
    PAGE
  }

  private final Carrier carrier;
  private final boolean urgent;
  private final Optional<Role> reader;

  MailKind(Carrier carrier, boolean urgent) {
    this(carrier, urgent, Optional.empty());
  }

  MailKind(Carrier carrier, boolean urgent, Role reader) {
    this(carrier, urgent, Optional.of(reader));
  }

  MailKind(Carrier carrier, boolean urgent, Optional<Role> reader) {
    this.carrier = carrier;
    this.urgent = urgent;
    this.reader = reader;
  }

  Carrier carrier() {
    return carrier;
  }

  /** Whether it leaves at night, too. */
  public boolean isUrgent() {
    return urgent;
  }

  /** Whether its reader may do without it. */
  boolean isChosen() {
    return reader.isPresent();
  }

  /** Those that people with these roles may choose. */
  static List<MailKind> chosenBy(Set<Role> roles) {
    return Arrays.stream(values())
        .filter(kind -> kind.reader.filter(roles::contains).isPresent())
        .toList();
  }

  /** The names of those that have this carrier. */
  static List<String> carriedBy(Carrier carrier) {
    return Arrays.stream(values())
        .filter(kind -> kind.carrier == carrier)
        .map(MailKind::name)
        .toList();
  }
}
