package id.gaung.channel;

import id.gaung.kernel.Network;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Enter an account whose posts a person puts out.
 *
 * @param account its name, or the address of its page
 * @param label the office's own name for it; empty for the account's name
 * @param responsibleId who puts its posts out
 */
public record EnterChannel(
    Network network,
    @NotBlank @Size(max = 300) String account,
    @Size(max = 80) String label,
    @NotBlank @Size(max = 36) String responsibleId) {}
