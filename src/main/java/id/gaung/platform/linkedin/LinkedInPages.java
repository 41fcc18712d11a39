package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Connecting;
import id.gaung.platform.Connecting.Option;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The pages on which a person has a role, and whether it is enough. */
final class LinkedInPages {

  /** The only role that may publish and read what posts count. */
  private static final String NEEDED = "ADMINISTRATOR";

  private static final int PAGE = 100;
  private static final int PAGES = 10;

  /** A token that was just made is now and then called revoked for some seconds. */
  private static final int ASKED_AT_MOST = 4;

  private static final long PAUSE_MILLIS = 800;

  private final LinkedInApi api;
  private final LinkedInPageNames names;

  LinkedInPages(LinkedInApi api) {
    this.api = api;
    this.names = new LinkedInPageNames(api);
  }

  Connecting offer(Credentials credentials) {
    Account nobody = account("", "");
    Access person = new Access(nobody, credentials);
    Map<String, List<String>> roles = new TreeMap<>();
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = asked(person, page * PAGE, page == 0 ? ASKED_AT_MOST : 1);
      Optional<List<JsonNode>> listed = LinkedInAnswers.elements(outcome);
      if (listed.isEmpty()) {
        return new Connecting.Refused(LinkedInRefusals.ofPages(api.failure(outcome)));
      }
      listed.get().forEach(one -> add(one, roles));
      if (listed.get().size() < PAGE) {
        break;
      }
    }
    return choice(credentials, roles, names.of(person, List.copyOf(roles.keySet())));
  }

  /** Reading changes nothing, so it may be asked again. */
  private HttpOutcome asked(Access person, int start, int times) {
    HttpOutcome outcome = acls(person, start);
    for (int more = 1; more < times && LinkedInAnswers.status(outcome) == 401; more++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      outcome = acls(person, start);
    }
    return outcome;
  }

  private HttpOutcome acls(Access person, int start) {
    return api.get(
        person,
        "/rest/organizationAcls?q=roleAssignee&state=APPROVED&count=" + PAGE + "&start=" + start);
  }

  /** Also under the names that the field had before. */
  private static void add(JsonNode acl, Map<String, List<String>> roles) {
    if (!acl.path("state").asText("APPROVED").equals("APPROVED")) {
      return;
    }
    for (String field : List.of("organization", "organizationTarget", "organizationalTarget")) {
      String urn = acl.path(field).asText("");
      if (urn.matches("urn:li:organization:\\d{1,19}")) {
        roles
            .computeIfAbsent(urn.replaceFirst(".*:", ""), id -> new ArrayList<>())
            .add(acl.path("role").asText(""));
        return;
      }
    }
  }

  private static Connecting choice(
      Credentials credentials, Map<String, List<String>> roles, Map<String, Option> named) {
    Map<String, String> pending = new HashMap<>(PendingGrant.written(credentials));
    List<Option> options = new ArrayList<>();
    roles.forEach(
        (id, held) -> {
          Option page = named.getOrDefault(id, LinkedInPageNames.unnamed(id));
          Optional<String> against =
              held.contains(NEEDED)
                  ? Optional.empty()
                  : Optional.of("channel.connect.linkedin.against.role");
          options.add(new Option(id, page.name(), page.handle(), against));
          if (against.isEmpty()) {
            pending.put(PendingGrant.HANDLE + id, page.handle());
          }
        });
    return new Connecting.Choice(options, pending);
  }

  Connecting take(Map<String, String> pending, String id) {
    return Optional.ofNullable(pending.get(PendingGrant.HANDLE + id))
        .<Connecting>map(
            handle ->
                new Connecting.Connected(
                    new Access(account(id, handle), PendingGrant.read(pending))))
        .orElseGet(() -> new Connecting.Refused(Failure.of(Kind.REJECTED, "NO_CHOICE", id)));
  }

  private Account account(String id, String handle) {
    return new Account(
        Network.valueOf(LinkedInNetwork.NAME), api.app().api(), id, handle, Map.of());
  }
}
