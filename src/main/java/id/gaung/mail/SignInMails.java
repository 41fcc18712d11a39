package id.gaung.mail;

import id.gaung.identity.SignInLink;
import id.gaung.identity.SignInLinkListener;
import id.gaung.mail.WriteMail.To;
import java.util.List;
import java.util.UUID;

/** Sends people their way in; an earlier one that they did not use is dropped with its link. */
final class SignInMails implements SignInLinkListener {

  private final Mails mails;

  SignInMails(Mails mails) {
    this.mails = mails;
  }

  @Override
  public void made(SignInLink link) {
    UUID person = link.person().id();
    ended(person);
    mails.write(
        List.of(
            new WriteMail(
                MailKind.SIGN_IN_LINK,
                To.person(person),
                prefix(person) + link.expiresAt(),
                List.of(link.expiresAt()),
                link.address(),
                link.expiresAt())));
  }

  @Override
  public void ended(UUID person) {
    mails.settle(prefix(person));
  }

  private static String prefix(UUID person) {
    return "sign-in-link:" + person + ":";
  }
}
