package onrecord.bot.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Lists resources as they are at each moment: the library's own list is fixed when it starts, and
/// what is published later, or withdrawn, would be missing from it or remain in it.
record LivelyResources(HttpServletStatelessServerTransport servlet, Resources resources)
    implements McpStatelessServerTransport {

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    servlet.setMcpHandler(
        new McpStatelessServerHandler() {
          @Override
          public Mono<JSONRPCResponse> handleRequest(
              McpTransportContext context, JSONRPCRequest request) {
            return request.method().equals(McpSchema.METHOD_RESOURCES_LIST)
                ? Mono.fromSupplier(() -> list(request))
                : handler.handleRequest(context, request);
          }

          @Override
          public Mono<Void> handleNotification(
              McpTransportContext context, JSONRPCNotification notification) {
            return handler.handleNotification(context, notification);
          }
        });
  }

  private JSONRPCResponse list(JSONRPCRequest request) {
    try {
      return JSONRPCResponse.result(request.id(), resources.list(cursor(request)));
    } catch (McpError refusal) {
      return JSONRPCResponse.error(request.id(), refusal.getJsonRpcError());
    }
  }

  private static String cursor(JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> params
            && params.get("cursor") instanceof String cursor
        ? cursor
        : "";
  }

  @Override
  public Mono<Void> closeGracefully() {
    return servlet.closeGracefully();
  }

  @Override
  public List<String> protocolVersions() {
    return servlet.protocolVersions();
  }
}
