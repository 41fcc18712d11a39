package id.gaung.demo;

import id.gaung.kernel.Network;
import id.gaung.platform.PublishMode;
import java.util.UUID;

/**
 * One of the office's accounts.
 *
 * @param handle as it is called on its network
 * @param onNetwork whether its practice network has it, so that its posts have addresses there
 */
record DemoAccount(Network network, UUID id, String handle, PublishMode mode, boolean onNetwork) {}
