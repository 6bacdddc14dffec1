package onrecord.bot.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.bot.web.RecordSchemas;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// JSON schemas of records, each whole in itself.
final class Schemas {

  private static final String ELSEWHERE = "#/components/schemas/";
  private static final String HERE = "#/$defs/";
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private final ModelConverters converters = new ModelConverters(true);
  private final JsonMapper json;

  Schemas(JsonMapper json) {
    this.json = json;
    converters.addConverter(new RecordSchemas());
  }

  Map<String, Object> of(Class<? extends Record> type) {
    var resolved = converters.resolveAsResolvedSchema(new AnnotatedType(type));
    var schema = read(resolved.schema);
    var definitions = new LinkedHashMap<String, Object>();
    resolved.referencedSchemas.forEach((name, referred) -> definitions.put(name, read(referred)));
    definitions.values().removeIf(schema::equals);
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
    return schema;
  }

  private Map<String, Object> read(Schema<?> schema) {
    try {
      var text = Json31.mapper().writeValueAsString(schema);
      return json.readValue(text.replace(ELSEWHERE, HERE), OBJECT);
    } catch (JsonProcessingException notWritable) {
      throw new IllegalStateException("A schema cannot be written", notWritable);
    }
  }
}
