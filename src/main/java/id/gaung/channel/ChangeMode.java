package id.gaung.channel;

import id.gaung.platform.PublishMode;
import jakarta.validation.constraints.Size;

/**
 * Change how an account's posts get out.
 *
 * @param responsibleId who puts them out; empty where nobody has to
 */
public record ChangeMode(PublishMode mode, @Size(max = 36) String responsibleId, int version) {}
