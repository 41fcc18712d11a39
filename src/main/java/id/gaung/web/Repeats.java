package id.gaung.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command happen once, however often it arrives: a form carries a key that was made with its
 * page, a program sends one in the header {@code Idempotency-Key}. The first request with a key
 * does the work; one that is the same, sent again within a day (Back, a double click, an answer
 * that got lost), gets the first one's answer; one that comes meanwhile waits for it. What changed
 * nothing is not kept and may be tried again. What was done is never done again, also if its answer
 * was lost because the process died or failed between the two: then it is told so.
 */
final class Repeats implements ContainerResponseFilter {

  static final String FIELD = "_once";
  static final String HEADER = "Idempotency-Key";

  static final String DONE_WITHOUT_ANSWER = "problem.done-without-answer";

  private static final String RUNNING = Repeats.class.getName();
  private static final int LONGEST_KEY = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> HARMLESS_COOKIES = Set.of(Flash.COOKIE, LanguagePages.COOKIE);

  private final RepeatStore store;
  private final ObjectMapper mapper;
  private final ConcurrentMap<RepeatKey, CompletableFuture<Boolean>> running =
      new ConcurrentHashMap<>();

  /**
   * @param mapper the server's own, which writes the answers of the API
   */
  Repeats(RepeatStore store, ObjectMapper mapper) {
    this.store = store;
    this.mapper = mapper;
  }

  /** What is kept of an answer; an empty text stands for none. */
  record Answer(int status, String location, String flash, String type, String body) {
    /** It was done, and failed afterwards. */
    static final Answer LOST = new Answer(0, "", "", "", "");

    /** A page that shows something once, such as a new token, is kept nowhere. */
    static final Answer SHOWN_ONCE = new Answer(201, "", "", MediaType.TEXT_HTML, "");
  }

  private record Run(RepeatKey key, CompletableFuture<Boolean> ended, Repeats of) {}

  /**
   * Begins the work of a key, or ends the request with the answer that was given before.
   *
   * @param content a digest of what was sent
   * @return false if the key was used for something else, and nothing was begun
   * @throws Problem conflict if the same request is being worked on elsewhere
   */
  boolean begin(ContainerRequestContext request, String key, byte[] content) {
    if (key.length() > LONGEST_KEY || !PlainText.is(key)) {
      throw Problem.parameter(HEADER, "field.format");
    }
    RepeatKey id = RepeatKey.of(request, key);
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    for (CompletableFuture<Boolean> first = running.putIfAbsent(id, ended);
        first != null;
        first = running.putIfAbsent(id, ended)) {
      await(first);
    }
    boolean begun = false;
    try {
      begun = start(request, id, content);
      return begun;
    } finally {
      if (begun) {
        request.setProperty(RUNNING, new Run(id, ended, this));
      } else {
        running.remove(id);
        ended.complete(true);
      }
    }
  }

  private boolean start(ContainerRequestContext request, RepeatKey id, byte[] content) {
    Optional<RepeatStore.Kept> kept = store.find(id.hash());
    boolean other =
        kept.isPresent() && !kept.get().content().equals(HexFormat.of().formatHex(content));
    Optional<byte[]> sealed = kept.flatMap(RepeatStore.Kept::answer);
    if (sealed.isPresent() && !other) {
      throw new WebApplicationException(again(request, id.open(sealed.get(), mapper)));
    }
    // Also what is different takes over a key of which nothing came.
    RepeatStore.Beginning beginning = store.begin(id.hash(), content);
    if (beginning == RepeatStore.Beginning.BEGUN) {
      return true;
    }
    if (other) {
      return false;
    }
    throw beginning == RepeatStore.Beginning.DONE ? lost(request) : busy();
  }

  /** Names where to look: the page of the form, or what a program called. */
  private static Problem lost(ContainerRequestContext request) {
    return Problem.conflict(
        DONE_WITHOUT_ANSWER,
        Paths.isApi(request)
            ? request.getUriInfo().getRequestUri().getRawPath()
            : PageAddress.of(request));
  }

  private static void await(CompletableFuture<Boolean> first) {
    try {
      first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException late) {
      throw busy();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static Problem busy() {
    return Problem.conflict("problem.still-running");
  }

  private static Response again(ContainerRequestContext request, Answer first) {
    if (first.status() == Answer.LOST.status()) {
      throw lost(request);
    }
    if (first.type().equals(MediaType.TEXT_HTML)) {
      throw Problem.conflict("problem.done-before");
    }
    Response.ResponseBuilder answer = Response.status(first.status());
    if (!first.location().isEmpty()) {
      answer.header(HttpHeaders.LOCATION, first.location());
    }
    if (!first.flash().isEmpty()) {
      answer.cookie(Flash.cookie(first.flash()));
    }
    if (!first.body().isEmpty()) {
      answer.type(first.type()).entity(first.body().getBytes(StandardCharsets.UTF_8));
    }
    return answer.header("Idempotency-Replayed", "true").build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(RUNNING) instanceof Run run)) {
      return;
    }
    byte[] key = run.key().hash();
    Optional<Answer> kept = answer(response);
    if (kept.isPresent()) {
      store.answer(key, run.key().seal(kept.get(), mapper));
    } else if (response.getStatus() < 400 && setsCookie(response)) {
      // Such as a session's, which is kept nowhere: whoever lost it may come in once more.
      store.allowAgain(key);
    } else if (!store.forget(key)) {
      Answer done = response.getStatus() < 400 ? Answer.SHOWN_ONCE : Answer.LOST;
      store.answer(key, run.key().seal(done, mapper));
    }
    end(request, run);
  }

  /** The request is over; whoever waits for it goes on. */
  static void ended(ContainerRequestContext request) {
    if (request.getProperty(RUNNING) instanceof Run run) {
      try {
        if (!run.of().store.forget(run.key().hash())) {
          run.of().store.answer(run.key().hash(), run.key().seal(Answer.LOST, run.of().mapper));
        }
      } finally {
        run.of().end(request, run);
      }
    }
  }

  private void end(ContainerRequestContext request, Run run) {
    request.removeProperty(RUNNING);
    store.end();
    running.remove(run.key());
    run.ended().complete(true);
  }

  private static boolean setsCookie(ContainerResponseContext response) {
    return response.getCookies().keySet().stream()
        .anyMatch(name -> !HARMLESS_COOKIES.contains(name));
  }

  private Optional<Answer> answer(ContainerResponseContext response) {
    int status = response.getStatus();
    if (status >= 400 || setsCookie(response)) {
      return Optional.empty();
    }
    String location = text(response.getHeaderString(HttpHeaders.LOCATION));
    NewCookie flash = response.getCookies().get(Flash.COOKIE);
    Object entity = response.getEntity();
    if (entity instanceof View) {
      return status == 201 ? Optional.of(Answer.SHOWN_ONCE) : Optional.empty();
    }
    MediaType type = response.getMediaType();
    if (entity != null && (type == null || !type.getSubtype().endsWith("json"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Answer(
              status,
              location,
              flash == null ? "" : text(flash.getValue()),
              type == null ? "" : type.toString(),
              entity == null ? "" : mapper.writeValueAsString(entity)));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
