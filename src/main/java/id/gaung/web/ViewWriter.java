package id.gaung.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renders a {@link View} with its frame. */
final class ViewWriter implements MessageBodyWriter<View> {

  private final TemplateEngine engine;
  private final Frames frames;

  // A provider: the writer is one for all requests, and Jersey has no stand-in for this type.
  @Context private @Nullable Provider<ContainerRequestContext> request;

  ViewWriter(TemplateEngine engine, Frames frames) {
    this.engine = engine;
    this.frames = frames;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return View.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      View view,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Frame frame = frames.of(Objects.requireNonNull(request).get());
    if (view.refused()) {
      // The summary above the fields names them by the labels they have in the page: each field
      // tells the form its label while it is rendered, which is once too late. Rendering again
      // keeps each label in one place, the page, and only a refused form pays for it.
      render(view, frame);
    }
    StringOutput output = render(view, frame);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, frame.language().code());
    out.write(output.toString().getBytes(StandardCharsets.UTF_8));
  }

  private StringOutput render(View view, Frame frame) {
    StringOutput output = new StringOutput(16_384);
    engine.render(view.template(), Map.of("page", view.page(), "frame", frame), output);
    return output;
  }
}
