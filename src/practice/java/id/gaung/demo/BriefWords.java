package id.gaung.demo;

import id.gaung.campaign.BriefSection;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.WriteBrief;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A brief for a campaign of the story. */
final class BriefWords {

  private BriefWords() {}

  /**
   * @param read the version that is there, which this one replaces
   */
  static WriteBrief of(PlannedCampaign campaign, BriefVersion read) {
    Map<String, String> sections = new HashMap<>();
    put(sections, BriefSection.SUMMARY, campaign.goal());
    put(sections, BriefSection.PRODUCTS, String.join("\n", campaign.products()));
    put(
        sections,
        BriefSection.AUDIENCE,
        "Warga Balikpapan usia 18–45 tahun dan tamu kota pada akhir pekan.");
    put(
        sections,
        BriefSection.KEY_MESSAGES,
        "Dibuat oleh UMKM Balikpapan\nBahan dari sekitar kita\nMudah dipesan lewat WhatsApp");
    put(
        sections,
        BriefSection.DO_DONT,
        "Tunjukkan produk dan pembuatnya. Jangan menjanjikan khasiat kesehatan dan jangan"
            + " membandingkan dengan merek lain.");
    put(
        sections,
        BriefSection.DELIVERABLES,
        "Satu foto dengan caption paling banyak 280 karakter untuk setiap konten.");
    put(
        sections,
        BriefSection.SCHEDULE,
        "Draf tiga hari sebelum tayang; umpan balik satu hari kerja.");
    put(
        sections,
        BriefSection.REVIEW,
        "Kantor menjawab draf dalam satu hari kerja, paling banyak dua kali revisi.");
    put(sections, BriefSection.DISCLOSURE, DemoOffice.OFFICE.adLine());
    put(
        sections,
        BriefSection.REWARD,
        "Honor total sebelum pajak tertulis di undangan, dibayar setelah konten tayang.");
    put(
        sections,
        BriefSection.RIGHTS,
        "Dinas boleh memakai foto di akun resminya selama satu tahun, tanpa iklan berbayar.");
    put(
        sections,
        BriefSection.CONTACT,
        "Staf promosi, WhatsApp 0812-0000-0001, pukul 08.00–16.00.");
    put(
        sections,
        BriefSection.CANCELLATION,
        "Pembatalan paling lambat dua hari sebelum tayang; pekerjaan yang sudah jadi tetap"
            + " dihargai.");
    return new WriteBrief(sections, Optional.of(read.sha256()));
  }

  /** The first sections are written, the others wait. */
  static WriteBrief begun(PlannedCampaign campaign, BriefVersion read) {
    Map<String, String> sections = new HashMap<>(of(campaign, read).sections());
    sections
        .keySet()
        .retainAll(
            Set.of(
                BriefSection.SUMMARY.key(),
                BriefSection.PRODUCTS.key(),
                BriefSection.AUDIENCE.key(),
                BriefSection.KEY_MESSAGES.key(),
                BriefSection.DISCLOSURE.key(),
                BriefSection.CONTACT.key()));
    return new WriteBrief(sections, Optional.of(read.sha256()));
  }

  private static void put(Map<String, String> sections, BriefSection section, String text) {
    sections.put(section.key(), text);
  }
}
