package id.gaung.web;

import id.gaung.kernel.Problem;
import jakarta.inject.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads forms, with or without files, and checks their CSRF token: a page's door that takes a
 * {@link Form} cannot be entered without one. Under {@code /api} the token stands in a header and
 * {@link SameOriginFilter} has asked for it of everybody who sent a cookie; who sent none, or a
 * bearer token, brings no authority that another site's page could borrow.
 */
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
final class FormReader implements MessageBodyReader<Form> {

  // A provider: the reader is one for all requests, and Jersey has no stand-in for this type.
  private static final Set<String> OURS = Set.of(CsrfToken.FIELD, Repeats.FIELD, PageAddress.FIELD);

  private final Repeats repeats;

  FormReader(Repeats repeats) {
    this.repeats = repeats;
  }

  @Context private @Nullable Provider<ContainerRequestContext> request;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Form.class;
  }

  @Override
  public Form readFrom(
      Class<Form> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException, WebApplicationException {
    FormBody read =
        mediaType.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
            ? FormBody.multipart(mediaType, body)
            : FormBody.urlEncoded(mediaType, body);
    ContainerRequestContext asked = Objects.requireNonNull(request).get();
    closing(asked, read.closing());
    Form form = Form.sent(read.values(), read.files());
    PageAddress.sent(asked, form.value(PageAddress.FIELD));
    if (!Paths.isApi(asked) && !CsrfToken.matches(asked, form.value(CsrfToken.FIELD))) {
      throw Problem.forbidden("problem.csrf");
    }
    String key =
        Optional.ofNullable(asked.getHeaderString(Repeats.HEADER))
            .orElse(form.value(Repeats.FIELD));
    if (!key.isBlank() && !repeats.begin(asked, key, digest(read))) {
      form.sentBefore();
    }
    return form;
  }

  /** Of what a person typed and chose; hidden fields of ours differ from page to page. */
  private static byte[] digest(FormBody read) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(read.values())
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name)) {
                values.forEach(v -> text.append(name).append('\0').append(v).append('\0'));
              }
            });
    for (Map.Entry<String, Upload> file : new TreeMap<>(read.files()).entrySet()) {
      try (InputStream in = file.getValue().content().open()) {
        text.append(file.getKey()).append('\0').append(RepeatKey.hex(in)).append('\0');
      }
    }
    return RepeatKey.digest(text.toString());
  }

  /** The files of a form lie on the disk until {@link TraceEnd} closes them. */
  private static void closing(ContainerRequestContext request, @Nullable Closeable files) {
    if (files != null) {
      request.setProperty(TraceEnd.CLOSING, files);
    }
  }
}
