package id.gaung.sandbox;

/** Who calls the Graph API in the name of a Page, counted against the limit of calls. */
final class FacebookAccess {

  private final FacebookSignIn login;
  private final FacebookLimits limits;

  FacebookAccess(FacebookSignIn login, FacebookLimits limits) {
    this.login = login;
    this.limits = limits;
  }

  /** Whose Page's token the call carries. */
  PracticeAccount caller(Call call, String permission) {
    PracticeAccount page = login.page(call, permission);
    limits.call(call, page);
    return page;
  }

  /** That the caller may do something more, with no further call counted. */
  void also(Call call, String permission) {
    login.page(call, permission);
  }

  /** The caller, where the path must name the caller's own Page. */
  PracticeAccount own(Call call, String permission) {
    PracticeAccount page = caller(call, permission);
    if (!isOwn(call.in("id"), page)) {
      throw GraphErrors.missingObject(call.in("id"));
    }
    return page;
  }

  static boolean isOwn(String id, PracticeAccount page) {
    return id.equals("me") || id.equals(page.remoteId());
  }
}
