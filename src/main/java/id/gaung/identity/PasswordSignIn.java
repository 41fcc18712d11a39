package id.gaung.identity;

import jakarta.validation.constraints.NotBlank;

/** What the sign-in form sends. */
record PasswordSignIn(@NotBlank String email, @NotBlank String password, String back) {
  @Override
  public String toString() {
    return "PasswordSignIn[hidden]";
  }
}
