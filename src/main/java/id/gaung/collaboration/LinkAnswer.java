package id.gaung.collaboration;

import java.net.URI;

/**
 * The link of an offer.
 *
 * @param whatsApp opens WhatsApp with the message that has the link
 */
public record LinkAnswer(URI link, URI whatsApp) {}
