package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Images API and Videos API: begun, sent to addresses of their own, closed, processed. */
final class LinkedInUploading {

  /** As the real one asks for. */
  static final int PART = 4_194_304;

  private static final long VIDEO_SIZE = 500_000_000;
  private static final long PIXELS = 36_152_320;
  private static final String IMAGE = "urn:li:image:";
  private static final String VIDEO = "urn:li:video:";

  private final MediaDao media;
  private final ContainerDao containers;
  private final XUploadDao pieces;
  private final SettingDao settings;
  private final SandboxFaults faults;
  private final Clock clock;
  private final LinkedInSignIn login;
  private final URI root;
  private final Duration processing;

  LinkedInUploading(Jdbi jdbi, Clock clock, LinkedInSignIn login, URI root, Duration processing) {
    this.clock = clock;
    this.login = login;
    this.root = root;
    this.processing = processing;
    media = jdbi.onDemand(MediaDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    pieces = jdbi.onDemand(XUploadDao.class);
    settings = jdbi.onDemand(SettingDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/rest/images", Purpose.CHANGE, this::image);
    router.post("/rest/videos", Purpose.CHANGE, this::video);
    router.get("/rest/images/{urn}", Purpose.READ, this::state);
    router.get("/rest/videos/{urn}", Purpose.READ, this::state);
    router.add("PUT", "/dms-uploads/{id}/{part}", Purpose.CHANGE, this::bytes);
  }

  private ObjectNode asked(Call call, String action) {
    if (!call.param("action").orElse("").equals(action)
        || !(call.json().path(action + "Request") instanceof ObjectNode asked)) {
      throw LinkedInProblems.refuse(400, "ILLEGAL_ARGUMENT", 0, "No such action");
    }
    return asked;
  }

  private String address(String id, int part) {
    return root + "/dms-uploads/" + id.replaceFirst(".*:", "") + "/" + part + "?ca=vector&ut=a%2Bb";
  }

  private void create(String urn, PracticeAccount page, Optional<Long> mediaId, long size) {
    Instant now = clock.instant();
    containers.create(
        new PracticeContainer(
            urn,
            page.id(),
            PracticeContainer.Kind.VIDEO_JOB,
            "",
            "",
            mediaId,
            "",
            false,
            now,
            now.plus(PracticeContainer.LIFE),
            Optional.empty(),
            Long.toString(size),
            "",
            "{}",
            ""));
  }

  private Answer image(Call call) {
    ObjectNode asked = asked(call, "initializeUpload");
    PracticeAccount page = login.page(call, LinkedInSignIn.WRITE, asked.path("owner").asText());
    String urn = IMAGE + "C5" + settings.nextNumber();
    create(urn, page, Optional.empty(), 0);
    ObjectNode answer = PracticeJson.object();
    answer
        .putObject("value")
        .put("uploadUrlExpiresAt", clock.instant().plus(Duration.ofDays(1)).toEpochMilli())
        .put("uploadUrl", address(urn, 0))
        .put("image", urn);
    return Answer.json(answer);
  }

  private Answer video(Call call) {
    if (call.param("action").orElse("").equals("finalizeUpload")) {
      return close(call);
    }
    ObjectNode asked = asked(call, "initializeUpload");
    PracticeAccount page = login.page(call, LinkedInSignIn.WRITE, asked.path("owner").asText());
    long size = asked.path("fileSizeBytes").asLong();
    if (size < 1 || size > VIDEO_SIZE) {
      throw LinkedInProblems.refuse(400, "ILLEGAL_ARGUMENT", 0, "fileSizeBytes is out of range");
    }
    String urn = VIDEO + "C5" + settings.nextNumber();
    byte[] nothing = new byte[0];
    Instant now = clock.instant();
    long mediaId =
        media.createVideo(page.id(), urn, "video/mp4", nothing, 0, nothing, "", false, now, now);
    create(urn, page, Optional.of(mediaId), size);
    ObjectNode answer = PracticeJson.object();
    ObjectNode value = answer.putObject("value").put("video", urn).put("uploadToken", "");
    ArrayNode parts = value.putArray("uploadInstructions");
    for (int i = 0; i * (long) PART < size; i++) {
      parts
          .addObject()
          .put("uploadUrl", address(urn, i))
          .put("firstByte", i * (long) PART)
          .put("lastByte", Math.min(size, (i + 1L) * PART) - 1);
    }
    return Answer.json(answer);
  }

  private PracticeContainer container(String urn) {
    return containers.find(urn).orElseThrow(() -> LinkedInProblems.missing(urn));
  }

  /** Whoever has the address may send; the address has to come back as it was given. */
  private Answer bytes(Call call) {
    boolean isImage = containers.find(IMAGE + call.in("id")).isPresent();
    PracticeContainer one = container((isImage ? IMAGE : VIDEO) + call.in("id"));
    if (!call.param("ut").orElse("").equals("a+b")) {
      return Answer.html(403, "<html><body>Forbidden</body></html>");
    }
    return isImage ? picture(one, call.body()) : part(one, call.in("part"), call.body());
  }

  private Answer picture(PracticeContainer one, PracticeFile file) {
    PictureSize size =
        PictureSize.read(file.content())
            .filter(read -> (long) read.width() * read.height() < PIXELS)
            .orElseThrow(
                () -> LinkedInProblems.refuse(400, "", 0, "The image cannot be processed"));
    Instant now = clock.instant();
    long id =
        media.create(
            one.accountId(),
            one.id(),
            file.mimeType(),
            file.content(),
            size.width(),
            size.height(),
            "",
            false,
            now,
            now);
    containers.fetched(one.id(), Optional.of(id), false, "", now);
    pieces.whole(one.id(), "", now.plus(processing));
    return Answer.text(201, "text/plain", "");
  }

  /** One that is there already is taken again and changes nothing. */
  private Answer part(PracticeContainer one, String index, PracticeFile file) {
    ObjectNode said = PracticeJson.readObject(one.said());
    long size = Long.parseLong(one.source());
    long first = Long.parseLong(index) * PART;
    if (file.size() != Math.min(PART, size - first)) {
      throw LinkedInProblems.refuse(400, "", 0, "The part is not as long as it was announced");
    }
    String etag = "/practice-video/signedId/" + index + "." + one.id().hashCode() + ".bin";
    if (!said.has(index)) {
      boolean broken = first == 0 && !file.beginsAsVideo();
      pieces.append(one.mediaId().orElseThrow(), file.content(), file.size());
      pieces.told(one.id(), PracticeJson.write(said.put(index, etag)), one.failed() || broken);
    }
    return Answer.text(200, "text/plain", "").with("ETag", etag);
  }

  private Answer close(Call call) {
    ObjectNode asked = asked(call, "finalizeUpload");
    PracticeContainer one = container(asked.path("video").asText());
    login.person(call, LinkedInSignIn.WRITE);
    ObjectNode said = PracticeJson.readObject(one.said());
    long parts = (Long.parseLong(one.source()) + PART - 1) / PART;
    boolean all = asked.path("uploadedPartIds").size() == parts && said.size() == parts;
    for (int i = 0; all && i < parts; i++) {
      all = asked.path("uploadedPartIds").path(i).asText().equals(said.path("" + i).asText("-"));
    }
    if (!all || isWhole(one)) {
      throw LinkedInProblems.refuse(400, "", 0, "The video upload cannot be finalized");
    }
    Duration slower = strike(FaultKind.SLOW_MEDIA, one).map(Fault::millis).orElse(Duration.ZERO);
    boolean failing = strike(FaultKind.CONTAINER_ERROR, one).isPresent();
    String error = one.failed() ? "INVALID_FILE_FORMAT" : failing ? "INTERNAL_ERROR" : "";
    pieces.whole(one.id(), error, clock.instant().plus(processing).plus(slower));
    return Answer.text(200, "text/plain", "");
  }

  private Optional<Fault> strike(FaultKind kind, PracticeContainer one) {
    return faults.strike(
        kind, LinkedInServer.NETWORK, Optional.of(one.accountId()), Purpose.CHANGE);
  }

  private static boolean isWhole(PracticeContainer one) {
    return one.readyAt().isBefore(one.createdAt().plus(PracticeContainer.LIFE));
  }

  private String status(PracticeContainer one) {
    if (!isWhole(one)) {
      return "WAITING_UPLOAD";
    }
    if (clock.instant().isBefore(one.readyAt())) {
      return "PROCESSING";
    }
    return one.error().isEmpty() ? "AVAILABLE" : "PROCESSING_FAILED";
  }

  private Answer state(Call call) {
    login.person(call, LinkedInSignIn.WRITE);
    PracticeContainer one = container(call.in("urn"));
    ObjectNode state = PracticeJson.object().put("id", one.id()).put("status", status(one));
    if (!one.error().isEmpty() && status(one).equals("PROCESSING_FAILED")) {
      state.put("processingFailureReason", one.error());
    }
    return Answer.json(state);
  }

  /** What a post may show: the page's own, processed. */
  PracticeMedia ready(PracticeAccount page, String urn) {
    return containers
        .find(urn, page.id())
        .filter(one -> status(one).equals("AVAILABLE"))
        .flatMap(one -> media.find(page.id(), urn))
        .orElseThrow(
            () ->
                LinkedInProblems.invalid(
                    400,
                    "INVALID_VALUE_FOR_FIELD",
                    "Media is not ready",
                    "Media asset " + urn + " is not ready to be posted"));
  }
}
