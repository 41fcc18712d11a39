package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A full disk is told as that, wherever it is met, and not as a fault of Gaung or of the form. */
class FullDiskTest {

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of(),
          false,
          jersey -> {
            jersey.register(new Pages());
            jersey.register(new Api());
          });

  private static final MediaType MULTIPART =
      new MediaType("multipart", "form-data", Map.of("boundary", "gaung"));

  private static final List<String> WORDS =
      List.of("No space left on device", "Disk quota exceeded", "Tak ada ruang tersisa di device");

  /** As the writing of a file throws it. */
  private static IOException full(int words) {
    return new FileSystemException("/data/media/x", null, WORDS.get(words));
  }

  @Path("full/{words}/{how}")
  public static final class Pages {
    @GET
    @PublicPage("a test")
    public String page(@PathParam("words") int words, @PathParam("how") String how)
        throws IOException {
      switch (how) {
        case "plain" -> throw full(words);
        case "unchecked" -> throw new UncheckedIOException(full(words));
        default -> throw new InternalServerErrorException(full(words));
      }
    }
  }

  @Path("api/v1/full")
  public static final class Api {
    @GET
    @PublicPage("a test")
    public String api() {
      throw new UncheckedIOException(full(0));
    }
  }

  @Test
  void pages_and_the_api_say_so_in_the_readers_language() {
    for (int words = 0; words < WORDS.size(); words++) {
      for (String how : List.of("plain", "unchecked", "wrapped")) {
        HttpResponse<String> page = SERVER.browser().get("/full/" + words + "/" + how);
        assertThat(page.statusCode()).as("%s %s", words, how).isEqualTo(503);
        assertThat(page.body()).contains("Penyimpanan server penuh");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
      }
    }
    Browser english = SERVER.browser();
    english.post("/language", "to", "en", "back", "/");
    assertThat(english.get("/full/0/plain").body()).contains("The disk of the server is full");
    HttpResponse<String> api = SERVER.browser().get("/api/v1/full");
    assertThat(api.statusCode()).isEqualTo(503);
    assertThat(api.body()).contains("problem.disk-full");
  }

  @Test
  void the_folder_of_forms_files_comes_back_when_it_was_cleared_away() throws IOException {
    for (int i = 0; i < 2; i++) {
      FormBody read = FormBody.multipart(MULTIPART, new ByteArrayInputStream(form(200_000)));
      try (InputStream in = read.files().get("photo").content().open()) {
        assertThat(in.readAllBytes()).hasSize(200_000);
      }
      Objects.requireNonNull(read.closing()).close();
      Files.delete(FormBody.folder());
    }
  }

  private static byte[] form(int bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("--gaung\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[bytes]);
    out.writeBytes("\r\n--gaung--\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Test
  void a_forms_file_that_cannot_be_laid_down_is_no_fault_of_the_form() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw full(0);
          }
        };
    assertThatThrownBy(() -> FormBody.multipart(MULTIPART, broken))
        .satisfies(thrown -> assertThat(Outage.in(thrown)).contains(Outage.DISK_FULL));
  }
}
