package id.gaung.identity;

import id.gaung.kernel.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The command to change a person. */
public record EditPerson(
    @NotBlank @Size(max = 200) String name, @NotEmpty List<Role> roles, int version) {

  static EditPerson of(Person person) {
    return new EditPerson(
        person.name(), person.roles().stream().sorted().toList(), person.version());
  }
}
