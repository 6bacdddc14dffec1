package onrecord.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Models of a few bytes in ONNX's form, with a tokenizer of six words, so that the reading of such
/// files is tested without weights of megabytes.
///
/// Each word has a row of a table: its vector, or its score.
final class TinyOnnx {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "decoder": null,
       "post_processor": {"type": "TemplateProcessing",
         "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                    {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
         "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                  {"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
         "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [0], "tokens": ["[CLS]"]},
           "[SEP]": {"id": "[SEP]", "ids": [6], "tokens": ["[SEP]"]}}},
       "model": {"type": "WordLevel", "unk_token": "[UNK]",
         "vocab": {"[CLS]": 0, "[UNK]": 1, "factory": 2, "staff": 3, "profit": 4, "cash": 5, "[SEP]": 6}}}
      """;

  private TinyOnnx() {}

  static Path tokenizer(Path folder) throws IOException {
    return Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
  }

  /// Gives each token its row of a table.
  static Path embedding(Path folder) throws IOException {
    var graph =
        join(
            message(1, node("Gather", "last_hidden_state", "table", "input_ids")),
            text(2, "g"),
            message(
                5, table(new float[][] {{1, 1}, {0, 1}, {4, 0}, {0, 4}, {3, 3}, {1, 2}, {1, 1}})),
            message(11, value("input_ids", INT64, "batch", "length")),
            message(11, value("attention_mask", INT64, "batch", "length")),
            message(11, value("token_type_ids", INT64, "batch", "length")),
            message(12, value("last_hidden_state", FLOAT, "batch", "length", "width")));
    return Files.write(folder.resolve("model.onnx"), model(graph));
  }

  /// Scores by the sum over the tokens: a factory is worth most.
  static Path scoring(Path folder) throws IOException {
    var graph =
        join(
            message(1, node("Gather", "rows", "table", "input_ids")),
            message(1, join(node("ReduceSum", "logits", "rows", "axis"), message(5, keepNoAxis()))),
            text(2, "g"),
            message(5, table(new float[][] {{0}, {0}, {3}, {1}, {-1}, {-2}, {0}})),
            message(5, axis()),
            message(11, value("input_ids", INT64, "batch", "length")),
            message(11, value("attention_mask", INT64, "batch", "length")),
            message(12, value("logits", FLOAT, "batch", "one")));
    return Files.write(folder.resolve("model.onnx"), model(graph));
  }

  private static byte[] model(byte[] graph) {
    return join(number(1, 8), message(7, graph), message(8, join(text(1, ""), number(2, 13))));
  }

  private static byte[] node(String operator, String output, String... inputs) {
    var node = new byte[0];
    for (var input : inputs) {
      node = join(node, text(1, input));
    }
    return join(node, text(2, output), text(4, operator));
  }

  private static byte[] keepNoAxis() {
    return join(text(1, "keepdims"), number(3, 0), number(20, 2));
  }

  private static byte[] table(float[][] rows) {
    var values = ByteBuffer.allocate(rows.length * rows[0].length * 4);
    values.order(ByteOrder.LITTLE_ENDIAN);
    for (var row : rows) {
      for (var value : row) {
        values.putFloat(value);
      }
    }
    return join(
        number(1, rows.length),
        number(1, rows[0].length),
        number(2, FLOAT),
        text(8, "table"),
        message(9, values.array()));
  }

  private static byte[] axis() {
    var value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(1).array();
    return join(number(1, 1), number(2, INT64), text(8, "axis"), message(9, value));
  }

  private static byte[] value(String name, int type, String... dimensions) {
    var shape = new byte[0];
    for (var dimension : dimensions) {
      shape = join(shape, message(1, text(2, dimension)));
    }
    return join(text(1, name), message(2, message(1, join(number(1, type), message(2, shape)))));
  }

  // --- protocol buffers

  private static byte[] text(int field, String value) {
    return message(field, value.getBytes(UTF_8));
  }

  private static byte[] message(int field, byte[] content) {
    return join(varint(field << 3 | 2), varint(content.length), content);
  }

  private static byte[] number(int field, long value) {
    return join(varint(field << 3), varint(value));
  }

  private static byte[] varint(long value) {
    var out = new ByteArrayOutputStream();
    var left = value;
    while (left > 127) {
      out.write((int) (left & 127 | 128));
      left >>>= 7;
    }
    out.write((int) left);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
