package onrecord.bot.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The protocol's JSON. An error that keeps a message from its handler is written as JSON-RPC has
/// it; as the exception that it is, it would show the program's inside.
final class ProtocolJson {

  private ProtocolJson() {}

  static McpJsonMapper mapper() {
    var errors = new SimpleModule().addSerializer(McpError.class, new ErrorOfNoCall());
    return new JacksonMcpJsonMapper(JsonMapper.builder().addModule(errors).build());
  }

  private static final class ErrorOfNoCall extends ValueSerializer<McpError> {

    @Override
    public void serialize(McpError error, JsonGenerator json, SerializationContext context) {
      var told = error.getJsonRpcError();
      json.writeStartObject();
      json.writeStringProperty("jsonrpc", "2.0");
      json.writeNullProperty("id");
      json.writeObjectPropertyStart("error");
      json.writeNumberProperty("code", told.code());
      json.writeStringProperty(
          "message",
          told.code() == ErrorCodes.INTERNAL_ERROR
              ? "The request cannot be carried out. Please check its parameters."
              : told.message());
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
