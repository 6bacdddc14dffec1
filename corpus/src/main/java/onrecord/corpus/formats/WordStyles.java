package onrecord.corpus.formats;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The styles of a Word document, as far as they make headings and lists.
final class WordStyles {

  private static final int DEEPEST_INHERITANCE = 20;

  private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|标题)\\s*([1-9])");
  private static final Pattern TITLE = Pattern.compile("(?i)title|标题");
  private static final Pattern CONTENTS =
      Pattern.compile("(?i)(?:toc|目录)\\s*(?:\\d|heading|标题)?.*");

  private final Map<String, Element> byId = new HashMap<>();

  private WordStyles() {}

  static WordStyles of(@Nullable Element root) {
    var styles = new WordStyles();
    if (root != null) {
      for (var style : Xml.children(root, "style")) {
        Xml.attribute(style, "styleId").ifPresent(id -> styles.byId.put(id, style));
      }
    }
    return styles;
  }

  /// The level of heading that a style makes, from 1; empty if it makes none.
  OptionalInt headingLevel(String id) {
    var style = byId.get(id);
    for (var depth = 0; style != null && depth < DEEPEST_INHERITANCE; depth++) {
      var name = Xml.value(style, "name").orElse("");
      var heading = HEADING.matcher(name);
      if (heading.matches()) {
        return OptionalInt.of(Integer.parseInt(heading.group(1)));
      }
      if (TITLE.matcher(name).matches()) {
        return OptionalInt.of(1);
      }
      var outline = Xml.number(style, "pPr", "outlineLvl").filter(level -> level < 9);
      if (outline.isPresent()) {
        return OptionalInt.of(outline.get() + 1);
      }
      style = parent(style).orElse(null);
    }
    return OptionalInt.empty();
  }

  boolean isContents(String id) {
    var style = byId.get(id);
    return style != null && CONTENTS.matcher(Xml.value(style, "name").orElse("")).matches();
  }

  /// The list that a style puts its paragraphs into.
  Optional<Element> numbering(String id) {
    var style = byId.get(id);
    for (var depth = 0; style != null && depth < DEEPEST_INHERITANCE; depth++) {
      var numbering = Xml.at(style, "pPr", "numPr");
      if (numbering.isPresent()) {
        return numbering;
      }
      style = parent(style).orElse(null);
    }
    return Optional.empty();
  }

  private Optional<Element> parent(Element style) {
    return Xml.value(style, "basedOn").map(byId::get);
  }
}
