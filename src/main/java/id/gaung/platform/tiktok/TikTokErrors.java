package id.gaung.platform.tiktok;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.NetworkQuota;
import java.time.Duration;
import java.util.Optional;

/** What TikTok's error codes mean: they go before the HTTP status, which says less. */
final class TikTokErrors {

  /** Limits are of a sliding minute, and no header tells when it is over. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private TikTokErrors() {}

  /** Empty of a code that is not known. */
  static Optional<Kind> kind(String code) {
    return Optional.ofNullable(
        switch (code) {
          case "access_token_invalid", "access_token_expired" -> Kind.TOKEN_EXPIRED;
          case "invalid_grant", "auth_removed" -> Kind.RECONNECT;
          case "scope_not_authorized",
              "scope_permission_missed",
              "access_denied",
              "invalid_scope" ->
              Kind.PERMISSION;
          case "rate_limit_exceeded" -> Kind.RATE_LIMITED;
          case "spam_risk_too_many_pending_share",
              "spam_risk_too_many_posts",
              "reached_active_user_cap" ->
              Kind.QUOTA;
          case "spam_risk_user_banned_from_posting", "spam_risk" -> Kind.ACCOUNT_BLOCKED;
          case "spam_risk_text" -> Kind.TEXT_REJECTED;
          case "file_format_check_failed",
              "duration_check_failed",
              "frame_rate_check_failed",
              "picture_size_check_failed",
              "invalid_file_upload",
              "url_ownership_unverified" ->
              Kind.MEDIA_REJECTED;
          case "internal_error",
              "internal",
              "server_error",
              "temporarily_unavailable",
              "video_pull_failed",
              "photo_pull_failed" ->
              Kind.TRANSIENT;
          default -> null;
        });
  }

  static Kind kind(int status) {
    return switch (status) {
      case 429 -> Kind.RATE_LIMITED;
      case 401 -> Kind.TOKEN_EXPIRED;
      default -> status >= 500 || status == 408 ? Kind.TRANSIENT : Kind.REJECTED;
    };
  }

  static Failure failure(String code, String words, Kind kind, Optional<Duration> wait) {
    // Whatever is used up, it is drafts that are not taken: everything else goes on.
    if (kind == Kind.QUOTA) {
      return Failure.quota(NetworkQuota.Of.DRAFTS, code, words);
    }
    return kind == Kind.RATE_LIMITED
        ? Failure.rateLimited(code, words, wait.orElse(MINUTE))
        : Failure.of(kind, code, words);
  }
}
