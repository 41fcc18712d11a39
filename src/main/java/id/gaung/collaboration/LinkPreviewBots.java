package id.gaung.collaboration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person who opens a link from a program that only looks: messengers fetch a page to show a
 * preview of it, as soon as the link is typed, and browsers fetch ahead.
 */
final class LinkPreviewBots {

  private static final Pattern PREVIEW =
      // Each by the name of its robot: the browsers inside messengers, in which people read, bear
      // the messengers' names too.
      Pattern.compile(
          "^whatsapp/|^viber|facebookexternalhit|facebookcatalog|facebot\\b|telegrambot|twitterbot"
              + "|slackbot|slack-imgproxy|discordbot|linkedinbot|skypeuripreview|line-poker|googlebot"
              + "|google-pagerenderer|google-inspectiontool|bingbot|applebot|\\bbot\\b|crawler|spider",
          Pattern.CASE_INSENSITIVE);

  private LinkPreviewBots() {}

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
