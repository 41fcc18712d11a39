package id.gaung.sandbox;

/** Who calls the Graph API, counted against the limit of calls. */
final class GraphAccess {

  private final GraphSignIn login;
  private final GraphLimits limits;

  GraphAccess(GraphSignIn login, GraphLimits limits) {
    this.login = login;
    this.limits = limits;
  }

  /** Whose token the call carries. */
  PracticeAccount caller(Call call, String permission) {
    PracticeAccount account = login.require(call, permission);
    limits.call(call, account);
    return account;
  }

  /** The same, where the path must name the caller's own account. */
  PracticeAccount own(Call call, String permission) {
    PracticeAccount account = caller(call, permission);
    if (!isOwn(call.in("id"), account)) {
      throw GraphErrors.missingObject(call.in("id"));
    }
    return account;
  }

  static boolean isOwn(String id, PracticeAccount account) {
    return id.equals("me") || id.equals(account.remoteId());
  }
}
