package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Facebook Login for Pages, and what its permissions are called. */
final class FacebookSignIn {

  static final String LIST = "pages_show_list";
  static final String PUBLISH = "pages_manage_posts";
  static final String READ = "pages_read_engagement";
  static final String INSIGHTS = "read_insights";
  static final String COMMENT = "pages_manage_engagement";
  static final String ALL_SCOPES =
      String.join(
          " ",
          LIST,
          PUBLISH,
          READ,
          INSIGHTS,
          "pages_read_user_content",
          COMMENT,
          "business_management");

  private final AccountDao accounts;
  private final PersonSignIn person;

  FacebookSignIn(Jdbi jdbi, Clock clock) {
    accounts = jdbi.onDemand(AccountDao.class);
    person =
        new PersonSignIn(
            FacebookServer.NETWORK,
            List.of(FacebookServer.OFFICE, FacebookServer.SECOND, FacebookServer.CLOSED),
            jdbi,
            clock,
            FacebookSignIn::page);
  }

  void register(Router router) {
    person.register(router);
  }

  Optional<Long> accountOf(Call call) {
    return person.accountOf(call);
  }

  /** The Page whose token the call carries, if the permission was granted. */
  PracticeAccount page(Call call, String permission) {
    PracticeToken token = person.valid(call);
    if (token.kind() != PracticeToken.Kind.ACCESS
        || !Scopes.of(token.scopes()).contains(permission)) {
      throw GraphErrors.permission();
    }
    return account(call, token, accounts);
  }

  /** Whom a call's token is of. */
  static PracticeAccount account(Call call, PracticeToken token, AccountDao accounts) {
    return call.once(
            "account of " + token.token(), key -> token.accountId().flatMap(accounts::find))
        .orElseThrow();
  }

  private static ObjectNode page(PracticeAccount page, String token) {
    ObjectNode shown =
        PracticeJson.object()
            .put("id", page.remoteId())
            .put("name", page.displayName())
            .put("username", page.handle())
            .put("access_token", token);
    ArrayNode tasks = shown.putArray("tasks").add("ANALYZE").add("MODERATE");
    if (!page.handle().equals(FacebookServer.CLOSED)) {
      tasks.add("CREATE_CONTENT").add("MANAGE");
    }
    return shown;
  }
}
