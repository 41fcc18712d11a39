package id.gaung.media;

import java.time.Duration;
import java.util.Optional;

/**
 * What a video is, as its own tables say.
 *
 * @param quickTime a MOV; else an MP4
 * @param duration of what is shown, edits counted
 * @param width of the picture as it is shown, turned
 * @param height as {@code width}
 * @param rotation by which the stored picture is turned: 0, 90, 180 or 270 degrees clockwise
 * @param frameRate pictures a second, on the average; 0 if the file does not say
 * @param videoCodec by its four letters, such as {@code avc1} or {@code hvc1}
 * @param audioCodec the same; empty if there is no sound
 */
record VideoFacts(
    boolean quickTime,
    Duration duration,
    int width,
    int height,
    int rotation,
    double frameRate,
    String videoCodec,
    Optional<String> audioCodec) {

  String mimeType() {
    return quickTime ? "video/quicktime" : "video/mp4";
  }
}
