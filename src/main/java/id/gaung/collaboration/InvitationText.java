package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.creator.Creator;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The link of an offer and the message that takes it to the creator. The message is Indonesian
 * whatever the language of the staff member, and is sent by hand: {@code
 * https://wa.me/NUMBER?text=} opens WhatsApp with it.
 */
final class InvitationText {

  private final OfferLinks links;
  private final String publicUrl;
  private final Translator words = Texts.load(List.of("collaboration")).in(Language.ID);
  private final Formats formats = new Formats(Language.ID);

  InvitationText(OfferLinks links, URI publicUrl) {
    this.links = links;
    this.publicUrl = publicUrl.toString().replaceFirst("/+$", "");
  }

  URI link(Offer offer) {
    return URI.create(publicUrl + "/o/" + links.token(offer));
  }

  URI whatsApp(Offer offer, Creator creator, Campaign campaign) {
    String key =
        offer.state() == OfferState.ACCEPTED
            ? "collaboration.whatsapp.accepted"
            : "collaboration.whatsapp.invitation";
    String text =
        words.get(
            key, creator.name(), campaign.name(), formats.dateTime(offer.respondBy()), link(offer));
    // URLEncoder writes forms; WhatsApp shows a plus sign where a form means a space.
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(creator.whatsapp().link() + "?text=" + encoded);
  }
}
