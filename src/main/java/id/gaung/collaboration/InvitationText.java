package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.creator.Creator;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The link of an offer and the message that takes it to the creator. The message is Indonesian
 * whatever the language of the staff member, and is sent by hand: {@code
 * https://wa.me/NUMBER?text=} opens WhatsApp with it.
 */
final class InvitationText {

  /** A message is read at a glance; the page names them all. */
  private static final int MOST_CONTENTS = 3;

  private final OfferLinks links;
  private final String publicUrl;
  private final Translator words = Texts.load(List.of("phone")).in(Language.ID);
  private final Formats formats = new Formats(Language.ID);

  InvitationText(OfferLinks links, URI publicUrl) {
    this.links = links;
    this.publicUrl = publicUrl.toString().replaceFirst("/+$", "");
  }

  URI link(Offer offer) {
    return URI.create(publicUrl + "/o/" + links.token(offer));
  }

  URI whatsApp(Offer offer, Creator creator, Campaign campaign, List<Deliverable> work) {
    String key =
        offer.state() == OfferState.ACCEPTED
            ? "phone.whatsapp.accepted"
            : "phone.whatsapp.invitation";
    OfferTerms terms = links.terms(offer);
    String text =
        words.get(
            key,
            Salutation.of(creator, words),
            campaign.name(),
            terms.office(),
            contents(work),
            formats.rupiah(offer.fee()),
            formats.dateTime(offer.respondBy()),
            link(offer),
            terms.officer());
    return opening(creator, text);
  }

  /**
   * The message that somebody would get, before it is made: with the present time to answer and fee
   * of the form, and with dots for the link.
   */
  Preview preview(String officer, Campaign campaign, Creator creator, Form form) {
    List<FieldError> unread = new ArrayList<>();
    return new Preview(
        creator.name(),
        words.get(
            "phone.whatsapp.invitation",
            Salutation.of(creator, words),
            campaign.name(),
            links.office(),
            form.value("title." + creator.id()),
            Rupiah.parse(form.value("fee." + creator.id())).map(formats::rupiah).orElse("…"),
            OfferForm.parsed(form, "respondBy", LocalDateTime::parse, unread)
                .map(at -> formats.dateTime(Wita.instant(at)))
                .orElse("…"),
            publicUrl + "/o/…",
            officer));
  }

  /** A message and to whom. */
  public record Preview(String creator, String text) {}

  private String contents(List<Deliverable> work) {
    return work.stream()
        .map(Deliverable::title)
        .distinct()
        .limit(MOST_CONTENTS)
        .collect(Collectors.joining(", "));
  }

  private static URI opening(Creator creator, String text) {
    // URLEncoder writes forms; WhatsApp shows a plus sign where a form means a space.
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(creator.whatsapp().link() + "?text=" + encoded);
  }
}
