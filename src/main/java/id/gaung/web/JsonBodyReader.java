package id.gaung.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the JSON bodies of our doors into records, naming every wrong field. */
@Consumes(MediaType.APPLICATION_JSON)
@Priority(1)
final class JsonBodyReader implements MessageBodyReader<Record> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord() && type.getName().startsWith("id.gaung.");
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      JsonNode json = RecordBinder.JSON.readTree(body);
      return RecordBinder.read(type, json);
    } catch (CharConversionException broken) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.json", "1", "1");
    } catch (StreamConstraintsException tooMuch) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.json-limits");
    } catch (JsonProcessingException broken) {
      throw Problem.of(
          Problem.Kind.MALFORMED,
          "problem.json",
          Integer.toString(broken.getLocation() == null ? 1 : broken.getLocation().getLineNr()),
          Integer.toString(broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr()));
    }
  }
}
