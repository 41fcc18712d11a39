package id.gaung.identity;

import java.net.URI;
import java.time.Instant;

/** A sign-in link as the API shows it, once. */
public record SignInLinkJson(URI address, Instant expiresAt) {

  static SignInLinkJson from(SignInLink link) {
    return new SignInLinkJson(link.address(), link.expiresAt());
  }

  @Override
  public String toString() {
    return "SignInLinkJson[hidden]";
  }
}
