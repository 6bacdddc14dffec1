package onrecord.bot.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Settings;
import onrecord.bot.channel.ChannelSettings;
import onrecord.bot.channel.Wording;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.web.SearchApi;
import onrecord.bot.web.TranslatedProblems;
import onrecord.corpus.Corpus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the Model Context Protocol's server fits in.
@Configuration(proxyBeanMethods = false)
class McpConfiguration {

  private static final String PATH = "/mcp";

  private static final String INSTRUCTIONS =
      "Answers come from what a listed company has officially disclosed. Use 'ask' for a question; its text and citations may be passed on as they are. Nothing here is a forecast or advice, and no forecast should be made of it.";

  @Bean
  HttpServletStatelessServerTransport mcpTransport(ChannelSettings channels) {
    return HttpServletStatelessServerTransport.builder()
        .jsonMapper(ProtocolJson.mapper())
        .messageEndpoint(PATH)
        .httpHeaderValidator(
            ServerTransportSecurityValidator.toHttpHeaderValidator(fromOurPages(channels)))
        .build();
  }

  /// A page of another site must not speak to a server that its reader alone can reach.
  private static ServerTransportSecurityValidator fromOurPages(ChannelSettings channels) {
    var page = channels.publicUrl();
    return DefaultServerTransportSecurityValidator.builder()
        .allowedOrigin(page.getScheme() + "://" + page.getAuthority())
        .build();
  }

  @Bean
  ServletRegistrationBean<LazyServlet> mcpServlet(
      HttpServletStatelessServerTransport transport,
      ObjectProvider<McpStatelessSyncServer> server) {
    var registration =
        new ServletRegistrationBean<>(new LazyServlet(transport, server::getObject), PATH);
    registration.setName("mcp");
    return registration;
  }

  @Bean(destroyMethod = "close")
  @Lazy
  McpStatelessSyncServer mcpServer(
      HttpServletStatelessServerTransport transport,
      Assistant assistant,
      Answers answers,
      Outgoing outgoing,
      Corpus corpus,
      SearchApi search,
      Wording.Book words,
      Settings settings,
      Clock clock,
      JsonMapper json) {
    var library = new Library(corpus, answers, outgoing, clock);
    var resources = new Resources(library, words);
    var tools =
        new Tools(assistant, outgoing, search, library, resources, words, settings.zone(), json);
    return McpServer.sync(new LivelyResources(transport, resources))
        .serverInfo("onrecord", version())
        .instructions(INSTRUCTIONS)
        .capabilities(ServerCapabilities.builder().tools(false).resources(false, false).build())
        .tools(tools.all())
        .resourceTemplates(resources.templates())
        .jsonMapper(ProtocolJson.mapper())
        // The tools say in words of their own what is wrong with their arguments.
        .validateToolInputs(false)
        .immediateExecution(true)
        .build();
  }

  @Bean
  FilterRegistrationBean<TranslatedProblems> mcpProblems() {
    return TranslatedProblems.below(PATH, McpConfiguration::error);
  }

  private static String version() {
    var version = McpConfiguration.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  /// What keeps a request from the protocol's server, as an error that belongs to no call.
  private static Object error(int status, JsonNode problem) {
    var response = new LinkedHashMap<String, Object>();
    response.put("jsonrpc", "2.0");
    response.put("id", null);
    response.put(
        "error", Map.of("code", code(status), "message", problem.path("detail").asString()));
    return response;
  }

  /// The codes that JSON-RPC leaves to servers begin at -32000.
  private static int code(int status) {
    return switch (status) {
      case 429, 503 -> -32000;
      default -> status < 500 ? -32600 : -32603;
    };
  }
}
