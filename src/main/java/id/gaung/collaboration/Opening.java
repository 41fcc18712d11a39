package id.gaung.collaboration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person who opens a link from a program that only looks: messengers fetch a page to show a
 * preview of it, as soon as the link is typed, and browsers fetch ahead.
 */
final class Opening {

  private static final Pattern PREVIEW =
      Pattern.compile(
          "whatsapp|facebookexternalhit|facebot|telegrambot|twitterbot|slackbot|discordbot"
              + "|linkedinbot|skypeuripreview|googlebot|bingbot",
          Pattern.CASE_INSENSITIVE);

  private Opening() {}

  /**
   * @param userAgent the header User-Agent
   * @param purpose the header Sec-Purpose
   */
  static boolean isByPerson(@Nullable String userAgent, @Nullable String purpose) {
    boolean preview = userAgent != null && PREVIEW.matcher(userAgent).find();
    boolean ahead = purpose != null && purpose.contains("prefetch");
    return !preview && !ahead;
  }
}
