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
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/**
 * Reads forms, with or without files, and checks their CSRF token: a page's door that takes a
 * {@link Form} cannot be entered without one. Under {@code /api} the token stands in a header and
 * {@link SameOriginFilter} has asked for it of everybody who sent a cookie; who sent none, or a
 * bearer token, brings no authority that another site's page could borrow.
 */
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
final class FormReader implements MessageBodyReader<Form> {

  @Context private @Nullable Providers providers;
  // A provider: the reader is one for all requests, and Jersey has no stand-in for this type.
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
    Form form =
        mediaType.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
            ? multipart(mediaType, headers, body)
            : plain(mediaType, headers, body);
    ContainerRequestContext asked = Objects.requireNonNull(request).get();
    PageAddress.sent(asked, form.value(PageAddress.FIELD));
    if (!Paths.isApi(asked) && !CsrfToken.matches(asked, form.value(CsrfToken.FIELD))) {
      throw Problem.forbidden("problem.csrf");
    }
    return form;
  }

  private Form plain(MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body)
      throws IOException {
    jakarta.ws.rs.core.Form read = read(jakarta.ws.rs.core.Form.class, mediaType, headers, body);
    return Form.sent(read.asMap(), Map.of());
  }

  private Form multipart(
      MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body)
      throws IOException {
    FormDataMultiPart read = read(FormDataMultiPart.class, mediaType, headers, body);
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Upload> files = new HashMap<>();
    read.getFields().forEach((name, parts) -> sort(name, parts, values, files));
    return Form.sent(values, files);
  }

  private static void sort(
      String name,
      List<FormDataBodyPart> parts,
      Map<String, List<String>> values,
      Map<String, Upload> files) {
    for (FormDataBodyPart part : parts) {
      String fileName = part.getContentDisposition().getFileName();
      if (fileName == null) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(part.getValue());
      } else {
        files.put(name, upload(utf8(fileName), part.getEntityAs(BodyPartEntity.class)));
      }
    }
  }

  /** Browsers send names in UTF-8; the parser reads header lines byte by byte. */
  private static String utf8(String read) {
    String decoded = new String(read.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return decoded.contains("\uFFFD") ? read : decoded;
  }

  private static Upload upload(String fileName, BodyPartEntity entity) {
    long size;
    try (InputStream in = entity.getInputStream()) {
      size = in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
    return new Upload(PlainText.of(fileName), size, entity::getInputStream);
  }

  private <T> T read(
      Class<T> type, MediaType mediaType, MultivaluedMap<String, String> headers, InputStream body)
      throws IOException {
    MessageBodyReader<T> reader =
        Objects.requireNonNull(providers)
            .getMessageBodyReader(type, type, new Annotation[0], mediaType);
    try {
      return reader.readFrom(type, type, new Annotation[0], mediaType, headers, body);
    } catch (jakarta.ws.rs.BadRequestException | org.jvnet.mimepull.MIMEParsingException broken) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.form");
    }
  }
}
