package onrecord.bot.evaluation.generating;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// A part of a file of templates that knows where it stands.
///
/// @param place the file, and the keys that lead here
/// @param value what stands here; null where nothing does
record TemplateFile(String place, @Nullable Object value) {

  private static final String BUNDLED = "/suites/templates/";

  /// A file that comes with the program.
  static TemplateFile bundled(String name) {
    try (InputStream in = TemplateFile.class.getResourceAsStream(BUNDLED + name)) {
      if (in == null) {
        throw new BrokenTemplatesException("The bundled templates lack " + name);
      }
      return parsed(name, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new BrokenTemplatesException("Cannot read the bundled " + name, unreadable);
    }
  }

  /// A file in a folder.
  static TemplateFile in(Path folder, String name) {
    try (Reader reader = Files.newBufferedReader(folder.resolve(name))) {
      return parsed(folder.resolve(name).toString(), reader);
    } catch (IOException unreadable) {
      throw new BrokenTemplatesException("Cannot read " + folder.resolve(name), unreadable);
    }
  }

  private static TemplateFile parsed(String place, Reader reader) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return new TemplateFile(place, root);
    } catch (YAMLException broken) {
      throw new BrokenTemplatesException(place + ": " + broken.getMessage(), broken);
    }
  }

  /// What stands under a key; nothing if the key is not there.
  TemplateFile at(String key) {
    return new TemplateFile(place + " > " + key, map().get(key));
  }

  boolean isMissing() {
    return value == null;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  /// All entries, in order; none where nothing stands here.
  Map<String, TemplateFile> entries() {
    var entries = new LinkedHashMap<String, TemplateFile>();
    map().keySet().forEach(key -> entries.put(key, at(key)));
    return entries;
  }

  private Map<String, Object> map() {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new BrokenTemplatesException(place + ": expected 'key: value' entries");
    }
    var entries = new LinkedHashMap<String, Object>();
    map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
    return entries;
  }

  /// The items of a list, in order; none where nothing stands here.
  List<TemplateFile> items() {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new BrokenTemplatesException(place + ": expected a list");
    }
    var items = new ArrayList<TemplateFile>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new TemplateFile(place + " > " + (i + 1), list.get(i)));
    }
    return items;
  }

  /// The texts of a list; none where nothing stands here.
  List<String> texts() {
    return items().stream().map(TemplateFile::text).toList();
  }

  /// A single text.
  String text() {
    if (value == null || value instanceof Map || value instanceof List) {
      throw new BrokenTemplatesException(place + ": expected a text");
    }
    return value.toString();
  }

  int number() {
    if (!(value instanceof Integer number)) {
      throw new BrokenTemplatesException(place + ": expected a number");
    }
    return number;
  }
}
