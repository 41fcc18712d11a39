package id.gaung.identity;

import id.gaung.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person as the API shows one. */
public record PersonJson(
    UUID id,
    String email,
    String name,
    List<Role> roles,
    String language,
    boolean active,
    Instant createdAt,
    int version) {

  static PersonJson from(Person person) {
    return new PersonJson(
        person.id(),
        person.email(),
        person.name(),
        person.roles().stream().sorted().toList(),
        person.language().code(),
        person.active(),
        person.createdAt(),
        person.version());
  }
}
