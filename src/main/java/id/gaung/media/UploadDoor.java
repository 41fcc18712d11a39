package id.gaung.media;

import id.gaung.kernel.Problem;
import id.gaung.media.UploadDao.Upload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import me.desair.tus.server.upload.UploadInfo;

/**
 * Uploads by the tus protocol, for every door that takes them: the staff's and that of a creator's
 * link. Each door has said before who sends.
 */
public final class UploadDoor {

  /** Names what a finished upload became. */
  public static final String ITEM = "Gaung-Item";

  private static final String OFFSET = "Upload-Offset";
  private static final String RESUMABLE = "Tus-Resumable";
  private static final String VERSION = "1.0.0";
  private static final int LOCKED = 423;

  private final Uploads uploads;
  private final UploadStore store;
  private final TusExchange tus;
  private final UploadTurns turns = new UploadTurns();

  UploadDoor(Uploads uploads, UploadStore store) {
    this.uploads = uploads;
    this.store = store;
    this.tus = new TusExchange(store);
  }

  /** The largest file that is taken, in bytes. */
  public long mostBytes() {
    return uploads.mostBytes();
  }

  /** How many files are taken for one thing. */
  public int mostFiles() {
    return Uploads.MOST_FOR_A_THING;
  }

  /**
   * Begins an upload; its address is in the answer.
   *
   * @throws Problem if it may not come
   */
  public Response create(Uploader by, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Response made =
        store.beginning(
            asked -> uploads.begin(by, length(asked), name(asked), metadata(asked)),
            () -> tus.answer(request, response, InputStream.nullInputStream(), by.owner()));
    return made.getStatus() == Response.Status.CREATED.getStatusCode() ? expiring(made) : made;
  }

  /** What this server can do; asked without a name. */
  public Response options(Uploader by, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return tus.answer(request, response, InputStream.nullInputStream(), by.owner());
  }

  /**
   * Tells how far an upload has come, goes on with it, or ends it, as the request's method says.
   * Once all of it is there, it is put into the library and named in the header {@link #ITEM}.
   *
   * @throws Problem if what has come whole is nothing that is taken
   */
  public Response answer(
      Uploader by,
      UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      InputStream body)
      throws IOException {
    return turns
        .take(
            id,
            turn -> {
              Optional<UUID> done = uploads.finished(by, id);
              if (done.isPresent()) {
                return done(done.get());
              }
              Response answer = tus.answer(request, response, turn.of(body), by.owner());
              return request.getMethod().equals("PATCH") && answer.getStatus() == 204
                  ? arrived(by, id, answer)
                  : answer;
            })
        .orElseGet(() -> Response.status(LOCKED).header(RESUMABLE, VERSION).build());
  }

  private Response arrived(Uploader by, UUID id, Response answer) throws IOException {
    Optional<Upload> upload = uploads.find(by, id);
    if (upload.isEmpty() || !uploads.isWhole(upload.get())) {
      return expiring(answer);
    }
    return Response.fromResponse(answer).header(ITEM, uploads.finish(by, upload.get())).build();
  }

  /** Whoever missed the last answer learns here that nothing is missing. */
  private Response done(UUID item) {
    long bytes = uploads.bytes(item);
    return Response.noContent()
        .header(RESUMABLE, VERSION)
        .header(OFFSET, bytes)
        .header("Upload-Length", bytes)
        .header(ITEM, item)
        .build();
  }

  private Response expiring(Response answer) {
    return Response.fromResponse(answer)
        .header(
            "Upload-Expires",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                uploads.expiring().atOffset(ZoneOffset.UTC)))
        .build();
  }

  private static long length(UploadInfo asked) {
    return asked.hasLength() ? asked.getLength() : 0;
  }

  private static String metadata(UploadInfo asked) {
    return Optional.ofNullable(asked.getEncodedMetadata()).orElse("");
  }

  private static String name(UploadInfo asked) {
    return Optional.ofNullable(asked.getMetadata().get("filename")).orElse("");
  }
}
