package onrecord.bot.wechat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// The XML that WeChat speaks: one element with fields. Neither a document type nor an entity of
/// one's own is read, so that nothing outside is fetched and nothing expands.
final class WechatXml {

  private static final XMLInputFactory READERS = readers();
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
  private static final int MOST_FIELDS = 100;

  private WechatXml() {}

  private static XMLInputFactory readers() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /// The fields by name; what is nested in a field is left out.
  ///
  /// @throws IllegalArgumentException if it is not such XML
  static Map<String, String> read(String xml) {
    try {
      return fields(READERS.createXMLStreamReader(new StringReader(xml)));
    } catch (XMLStreamException unreadable) {
      throw new IllegalArgumentException("A message of WeChat is XML", unreadable);
    }
  }

  private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
    var fields = new TreeMap<String, String>();
    var depth = 0;
    var name = "";
    var text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new IllegalArgumentException("A message of WeChat has no document type");
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth == 2) {
            name = reader.getLocalName();
            text.setLength(0);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 2) {
            text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == 2 && fields.size() < MOST_FIELDS) {
            fields.put(name, text.toString());
          }
          depth--;
        }
        default -> {}
      }
    }
    return fields;
  }

  /// A text in reply to a message.
  ///
  /// @param account the official account, which replies
  /// @param seconds of the epoch
  static String text(String person, String account, long seconds, String text) {
    var xml = new StringWriter();
    try {
      var writer = WRITERS.createXMLStreamWriter(xml);
      writer.writeStartElement("xml");
      write(writer, "ToUserName", person);
      write(writer, "FromUserName", account);
      write(writer, "CreateTime", String.valueOf(seconds));
      write(writer, "MsgType", "text");
      write(writer, "Content", text);
      writer.writeEndElement();
      writer.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return xml.toString();
  }

  private static void write(XMLStreamWriter writer, String name, String value)
      throws XMLStreamException {
    writer.writeStartElement(name);
    writer.writeCharacters(value);
    writer.writeEndElement();
  }
}
