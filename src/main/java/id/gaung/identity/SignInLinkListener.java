package id.gaung.identity;

import java.util.UUID;

/** Whoever takes sign-in links to people; called in the transaction that makes or spends one. */
public interface SignInLinkListener {

  /** There is a new one; earlier ones of this person have ended. */
  void made(SignInLink link);

  /** This person's links have ended: one was used. */
  void ended(UUID person);
}
