package id.gaung.identity;

import id.gaung.kernel.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The command to add a person, who has no password yet and comes in by a link. */
public record NewPerson(
    @NotBlank @Email @Size(max = 200) String email,
    @NotBlank @Size(max = 200) String name,
    @NotEmpty List<Role> roles) {}
