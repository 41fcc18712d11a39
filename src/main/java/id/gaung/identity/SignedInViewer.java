package id.gaung.identity;

import id.gaung.kernel.Role;
import id.gaung.web.Language;
import id.gaung.web.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The person behind a session or an API token, as one query reads it.
 *
 * @param usedAt when the session or token was used before, to the minute; empty for never
 */
public record SignedInViewer(
    UUID id, String name, Set<Role> roles, Language language, Optional<Instant> usedAt)
    implements Viewer {

  public SignedInViewer {
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return name;
  }
}
