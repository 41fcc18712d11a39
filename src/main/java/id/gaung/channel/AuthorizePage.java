package id.gaung.channel;

import id.gaung.platform.Network;

/**
 * The step out to the network, where the person agrees.
 *
 * @param href of the network's page
 */
public record AuthorizePage(Network network, String href, String host) {}
