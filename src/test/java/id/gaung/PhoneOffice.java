package id.gaung;

import com.microsoft.playwright.options.FilePayload;
import id.gaung.collaboration.Invitations.Invitee;
import id.gaung.collaboration.InviteCreators;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.Submission;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.web.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What an office does so that a creator's phone has something to show, and what phones send. */
final class PhoneOffice {

  private final RunningGaung running;
  private final Gaung gaung;

  PhoneOffice(RunningGaung running) {
    this.running = running;
    this.gaung = running.gaung();
  }

  Offer invited(String name) {
    Person staff =
        gaung
            .identity()
            .people()
            .create(
                Actor.system("test"),
                new CreatePerson(
                    gaung.foundation().ids().next() + "@contoh.example",
                    "Staf " + name,
                    List.of(Role.STAFF)));
    Actor by = Actor.person(staff.id(), staff.name(), staff.roles());
    String digits = String.format("%07d", new Random().nextInt(10_000_000));
    UUID creator =
        gaung
            .creator()
            .creators()
            .create(
                by,
                new CreateCreator(
                    name, CreatorKind.CREATOR, "0859" + digits, "", Optional.empty(), ""))
            .id();
    LocalDate today = Wita.date(gaung.foundation().clock().instant());
    UUID campaign =
        one(
            "select id from campaign where state = 'ACTIVE' order by ends_on desc limit 1",
            UUID.class);
    UUID offer =
        gaung
            .collaboration()
            .invitations()
            .send(
                by,
                campaign,
                new InviteCreators(
                    today.plusDays(3).atTime(17, 0),
                    today.plusDays(7),
                    today.plusDays(14),
                    "",
                    List.of(),
                    List.of(new Invitee(creator, new Rupiah(750_000), "Foto bingka"))))
            .get(0);
    return gaung.collaboration().offers().get(offer);
  }

  String link(Offer offer) {
    return running.address() + "/o/" + gaung.collaboration().links().token(offer);
  }

  UUID work(Offer offer) {
    return gaung.collaboration().offers().deliverables(offer.id()).get(0).id();
  }

  /** The address where the only content of a new, accepted offer is sent. */
  Accepted accepted(String name) {
    Offer offer = invited(name);
    accept(offer, name);
    return new Accepted(work(offer), link(offer) + "/deliverables/" + work(offer));
  }

  private void accept(Offer offer, String name) {
    String brief = gaung.campaign().briefs().version(offer.briefVersionId()).orElseThrow().sha256();
    gaung
        .collaboration()
        .links()
        .accept(
            gaung.collaboration().links().token(offer),
            new AcceptOffer(name, true, true, true, brief));
  }

  /** Content whose first draft waits to be reviewed, with the photo of a product. */
  UUID drafted(String name) {
    Offer offer = invited(name);
    accept(offer, name);
    UUID photo =
        one(
            "select photo_id from product where name ilike 'bingka%' and photo_id is not null limit 1",
            UUID.class);
    FittedPhoto shown = gaung.media().photos().fit(photo, Fit.SCREEN);
    gaung
        .collaboration()
        .submissions()
        .submit(
            gaung.collaboration().links().token(offer),
            work(offer),
            new SubmitDraft(
                "Sarapan hari ini: bingka kentang hangat. Satu loyang Rp45.000, pesan lewat"
                    + " WhatsApp. #UMKMLokal",
                "Bingka kentang di atas piring putih",
                false),
            Optional.of(new Upload("bingka.jpg", shown.bytes(), shown::open)));
    return work(offer);
  }

  /** The address of a content on its creator's phone. */
  String linkOf(UUID content) {
    UUID offer =
        gaung
            .foundation()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select offer_id from collaboration_deliverable_line"
                                + " where deliverable_id = :id")
                        .bind("id", content)
                        .mapTo(UUID.class)
                        .one());
    return link(gaung.collaboration().offers().get(offer)) + "/deliverables/" + content;
  }

  record Accepted(UUID deliverable, String address) {}

  List<Submission> drafts(Accepted accepted) {
    return gaung.collaboration().reviews().item(accepted.deliverable()).rounds();
  }

  <T> T one(String sql, Class<T> type) {
    return gaung
        .foundation()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
  }

  static FilePayload heic() {
    byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0};
    byte[] file = new byte[2000];
    System.arraycopy(head, 0, file, 0, head.length);
    System.arraycopy(new byte[] {'m', 'i', 'f', '1', 'h', 'e', 'i', 'c'}, 0, file, 16, 8);
    return new FilePayload("IMG_0012.HEIC", "image/heic", file);
  }

  /** Noise: no encoder makes it small. */
  static byte[] jpeg(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(width > 1000 ? 0.8f : 0.6f);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
