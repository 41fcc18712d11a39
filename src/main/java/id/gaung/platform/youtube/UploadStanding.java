package id.gaung.platform.youtube;

import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an upload stands, by one answer of its session. */
sealed interface UploadStanding {

  /** Documented with {@code bytes=}; other spellings were met. */
  Pattern RANGE = Pattern.compile("(?:bytes\\s*[=:]?\\s*)?0\\s*-\\s*(\\d{1,15})");

  /** The video is there. */
  record Whole(String video) implements UploadStanding {}

  /** So many bytes are there. */
  record Partly(long bytes) implements UploadStanding {}

  /** The session is not known any more; whether it made a video, it does not tell. */
  record Lost() implements UploadStanding {}

  /** Nothing was learnt. */
  record Untold() implements UploadStanding {}

  static UploadStanding of(HttpOutcome outcome, long size) {
    if (!(outcome instanceof Answered answer)) {
      return new Untold();
    }
    if (answer.status() == 308) {
      OptionalLong there = there(answer.header("Range"));
      return there.isPresent() && there.getAsLong() <= size
          ? new Partly(there.getAsLong())
          : new Untold();
    }
    if (answer.status() == 404 || answer.status() == 410) {
      return new Lost();
    }
    return YouTubeApi.good(answer)
        .flatMap(body -> AnswerJson.text(body, "id"))
        .<UploadStanding>map(Whole::new)
        .orElseGet(Untold::new);
  }

  /** No header stands for nothing; one that cannot be read, for nothing that is known. */
  private static OptionalLong there(Optional<String> range) {
    if (range.isEmpty()) {
      return OptionalLong.of(0);
    }
    Matcher told = RANGE.matcher(range.get().strip());
    return told.matches()
        ? OptionalLong.of(Long.parseLong(told.group(1)) + 1)
        : OptionalLong.empty();
  }
}
