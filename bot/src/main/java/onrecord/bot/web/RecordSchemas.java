package onrecord.bot.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Describes records as they are declared: a component that may be null may be null in JSON, and
/// every other one is there. A record within another class bears both names, since what one class
/// calls a part another may call so too.
@Component
public final class RecordSchemas implements ModelConverter {

  private static final String NULL = "null";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
    if (!others.hasNext()) {
      return null;
    }
    var record = rawType(type.getType());
    var enclosing = record.getEnclosingClass();
    if (record.isRecord() && enclosing != null) {
      type.name(enclosing.getSimpleName() + record.getSimpleName());
    }
    var schema = others.next().resolve(type, context, others);
    var described = described(schema, context);
    if (described != null && described.getProperties() != null && record.isRecord()) {
      for (var component : record.getRecordComponents()) {
        declare(component, described);
      }
    }
    return schema;
  }

  /// The schema itself, or the one that it refers to.
  private static @Nullable Schema<?> described(
      @Nullable Schema<?> schema, ModelConverterContext context) {
    if (schema == null || schema.get$ref() == null) {
      return schema;
    }
    var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
    return context.getDefinedModels().get(name);
  }

  private static Class<?> rawType(Type type) {
    return Json31.mapper().constructType(type).getRawClass();
  }

  private static void declare(RecordComponent component, Schema<?> record) {
    var name = name(component);
    var declared = declared(record.getProperties(), name);
    var required = Objects.requireNonNullElse(record.getRequired(), List.of());
    if (declared == null || required.contains(name)) {
      return;
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      record.addProperty(name, orNull(declared));
    } else {
      record.addRequiredItem(name);
    }
  }

  private static @Nullable Schema<?> declared(
      @SuppressWarnings("rawtypes") Map<String, Schema> properties, String name) {
    return properties.get(name);
  }

  private static String name(RecordComponent component) {
    var property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null ? component.getName() : property.value();
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return new JsonSchema()
          .anyOf(
              List.of(
                  new JsonSchema().$ref(schema.get$ref()), new JsonSchema().types(Set.of(NULL))));
    }
    if (schema.getTypes() != null) {
      schema.addType(NULL);
    }
    allowNullAmongConstants(schema);
    return schema;
  }

  private static <T> void allowNullAmongConstants(Schema<T> schema) {
    var constants = schema.getEnum();
    if (constants != null && !constants.contains(null)) {
      var withNull = new ArrayList<>(constants);
      withNull.add(null);
      schema.setEnum(withNull);
    }
  }
}
