package id.gaung.publishing;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.publishing.WholePostForm.Asked;
import id.gaung.publishing.WholePosts.ApprovePost;
import id.gaung.publishing.WholePosts.MovePost;
import id.gaung.publishing.WholePosts.PublishPost;
import id.gaung.publishing.WholePosts.Seen;
import id.gaung.publishing.WholePosts.WithdrawPost;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Viewer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The buttons of a whole post. Their forms name the accounts in fields {@code renditions}, each
 * with the version that its giver saw: {@code ID:VERSION}.
 */
final class WholePostPages {

  private final WholePosts posts;
  private final PostViews views;

  WholePostPages(WholePosts posts, PostViews views) {
    this.posts = posts;
    this.views = views;
  }

  /** Another time, from a page. */
  record NewTime(LocalDateTime dueAt, boolean confirmTwin) {}

  /** Why, from a page. */
  record Why(@NotBlank @Size(max = 300) String reason) {}

  /** That it is meant, from a page. */
  record Meant(boolean confirmTwin) {}

  Response approve(Viewer viewer, UUID postId, Form form) {
    return press(
        viewer,
        postId,
        form,
        "approve",
        () -> {
          read(form, Meant.class);
          posts.approve(viewer.actor(), postId, new ApprovePost(seen(form)));
        });
  }

  Response sendBack(Viewer viewer, UUID postId, Form form) {
    return press(
        viewer,
        postId,
        form,
        "send-back",
        () ->
            posts.sendBack(
                viewer.actor(),
                postId,
                new WithdrawPost(seen(form), read(form, Why.class).reason())));
  }

  Response cancel(Viewer viewer, UUID postId, Form form) {
    return press(
        viewer,
        postId,
        form,
        "cancel",
        () ->
            posts.cancel(
                viewer.actor(),
                postId,
                new WithdrawPost(seen(form), read(form, Why.class).reason())));
  }

  Response move(Viewer viewer, UUID postId, Form form) {
    return press(
        viewer,
        postId,
        form,
        "move",
        () -> {
          NewTime to = read(form, NewTime.class);
          posts.move(
              viewer.actor(), postId, new MovePost(seen(form), to.dueAt(), to.confirmTwin()));
        });
  }

  Response publishNow(Viewer viewer, UUID postId, Form form) {
    return press(
        viewer,
        postId,
        form,
        "publish-now",
        () -> {
          Meant meant = read(form, Meant.class);
          posts.publishNow(
              viewer.actor(), postId, new PublishPost(seen(form), meant.confirmTwin()));
        });
  }

  private Response press(Viewer viewer, UUID postId, Form form, String act, Runnable command) {
    return form.attempt(
        () -> {
          command.run();
          return Flash.to("/posts/" + postId + "?done=" + act + "." + seen(form).size());
        },
        again ->
            views.show(
                viewer,
                postId,
                again,
                Optional.of(new Asked(act, seen(again).stream().map(Seen::id).toList()))));
  }

  /** Reads the rest of the form, and names a missing account together with what is wrong there. */
  private static <T extends Record> T read(Form form, Class<T> type) {
    List<FieldError> errors = new ArrayList<>();
    if (seen(form).isEmpty()) {
      errors.add(FieldError.of("renditions", "publishing.no-account"));
    }
    try {
      T read = form.as(type);
      if (errors.isEmpty()) {
        return read;
      }
    } catch (Problem wrong) {
      if (wrong.errors().isEmpty()) {
        throw wrong;
      }
      errors.addAll(wrong.errors());
    }
    throw Problem.invalid(errors);
  }

  /** What cannot be read stands for no account. */
  private static List<Seen> seen(Form form) {
    return form.values("renditions").stream().flatMap(text -> seen(text).stream()).toList();
  }

  private static Optional<Seen> seen(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return Optional.of(
          new Seen(
              UUID.fromString(text.substring(0, Math.max(0, colon))),
              Integer.parseInt(text.substring(colon + 1))));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
