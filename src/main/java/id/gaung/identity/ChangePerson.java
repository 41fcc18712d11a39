package id.gaung.identity;

import id.gaung.kernel.PhoneNumber;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * The command to change a person.
 *
 * @param phone as it is typed, "" for none; left out it stays
 */
public record ChangePerson(
    @NotBlank @Size(max = 200) String name,
    @NotEmpty List<Role> roles,
    @PhoneNumber(message = "person.phone-format") Optional<@Size(max = 40) String> phone,
    int version) {

  static ChangePerson of(Person person) {
    return new ChangePerson(
        person.name(),
        person.roles().stream().sorted().toList(),
        Optional.of(person.phone().map(Whatsapp::spoken).orElse("")),
        person.version());
  }
}
