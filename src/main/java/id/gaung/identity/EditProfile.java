package id.gaung.identity;

import id.gaung.web.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What people change about themselves. */
record EditProfile(@NotBlank @Size(max = 200) String name, Language language) {}
