package id.gaung.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The command to make a key for programs; the field has a name of its own on the page. */
public record NewApiToken(@NotBlank @Size(max = 100) String tokenName) {}
