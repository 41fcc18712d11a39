package id.gaung.channel;

import id.gaung.platform.Network;
import id.gaung.web.Form;
import java.util.List;

/**
 * The list of channels.
 *
 * @param networks that can be connected here
 * @param canChange whether the reader may connect and disconnect
 */
public record ChannelsPage(
    List<Channel> channels, List<Network> networks, boolean canChange, Form form) {}
