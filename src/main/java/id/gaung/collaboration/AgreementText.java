package id.gaung.collaboration;

import id.gaung.campaign.BriefSection;
import id.gaung.kernel.Network;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a creator and the office agreed on, as a text to keep. Indonesian, whatever the language of
 * the page: it is the agreement's own.
 */
final class AgreementText {

  private static final Translator WORDS =
      Texts.load(List.of("phone", "campaign", "collaboration")).in(Language.ID);
  private static final Formats FORMATS = new Formats(Language.ID);

  private AgreementText() {}

  static String of(LinkedOffer linked, List<WorkItem> work) {
    Offer offer = linked.offer();
    OfferTerms terms = linked.terms();
    StringBuilder text = new StringBuilder();
    line(text, "phone.agreement.title", linked.campaign().name());
    line(text, "phone.agreement.office", terms.office(), terms.city(), terms.officer());
    line(text, "phone.agreement.creator", linked.creator().name());
    offer
        .acceptedName()
        .ifPresent(
            name ->
                line(
                    text,
                    "phone.agreement.accepted",
                    name,
                    offer.decidedAt().map(FORMATS::dateTime).orElse("")));
    line(text, "phone.agreement.fee", FORMATS.rupiah(offer.fee()));
    terms.paymentDays().ifPresent(days -> line(text, "phone.agreement.paid", days));
    line(text, "phone.agreement.end", FORMATS.longDate(offer.workEndsOn()));
    text.append('\n');
    for (WorkItem item : work) {
      line(
          text,
          "phone.agreement.content",
          item.deliverable().number(),
          item.deliverable().title(),
          FORMATS.longDate(item.deliverable().dueOn()));
      if (item.deliverable().format() != DeliverableFormat.ANY) {
        line(
            text,
            "phone.agreement.format",
            WORDS.name("collaboration.format", item.deliverable().format()));
      }
      if (!item.deliverable().networks().isEmpty()) {
        line(
            text,
            "phone.agreement.networks",
            item.deliverable().meantFor().stream()
                .map(Network::label)
                .collect(Collectors.joining(", ")));
      }
    }
    text.append('\n');
    line(text, "phone.agreement.ad-line", terms.adLine());
    terms
        .rightsUntil()
        .ifPresent(until -> line(text, "phone.agreement.rights", FORMATS.longDate(until)));
    line(
        text,
        "phone.agreement.brief",
        linked.brief().number(),
        offer.acceptedBriefSha256().orElse(linked.brief().sha256()));
    for (BriefSection section : BriefSection.values()) {
      String written = section.in(linked.brief().sections());
      if (!written.isBlank()) {
        text.append('\n').append(WORDS.get(section.label())).append('\n');
        text.append(written.strip()).append('\n');
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String key, Object... args) {
    text.append(WORDS.get(key, args)).append('\n');
  }
}
