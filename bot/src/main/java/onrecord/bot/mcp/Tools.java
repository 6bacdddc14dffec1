package onrecord.bot.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import onrecord.bot.Assistant;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.channel.Wording;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.mcp.Arguments.Asking;
import onrecord.bot.mcp.Arguments.Getting;
import onrecord.bot.mcp.Arguments.Searching;
import onrecord.bot.views.AnswerView;
import onrecord.bot.views.DisclosureReference;
import onrecord.bot.views.Links;
import onrecord.bot.web.AnswerRequest;
import onrecord.bot.web.PassageView;
import onrecord.bot.web.SearchApi;
import onrecord.corpus.PassageId;
import onrecord.retrieval.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// The tools: ask, search, and get a passage. What they give, they give as text for the model, as
/// links to what it rests on, and as the API's own objects for programs.
record Tools(
    Assistant assistant,
    Outgoing outgoing,
    SearchApi search,
    Library library,
    Resources resources,
    Wording.Book words,
    ZoneId zone,
    JsonMapper json) {

  private static final Logger LOG = LoggerFactory.getLogger(Tools.class);
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  /// A passage, and where it stands.
  record Passage(PassageView passage, DisclosureReference disclosure, String url) {}

  List<SyncToolSpecification> all() {
    var schemas = new Schemas(json);
    return List.of(
        tool(
            "ask",
            "Ask about a listed company",
            "Answers an investor's question from what the company has officially disclosed, with citations. Never forecasts: what would be one is referred to the report that will tell. Please pass the answer on as it is, with its citations.",
            schemas.of(Asking.class),
            schemas.of(AnswerView.class),
            request -> ask(read(request, Asking.class))),
        tool(
            "search",
            "Search disclosures",
            "Finds the passages of official disclosures that say something about a matter, best first.",
            schemas.of(Searching.class),
            schemas.of(SearchApi.Found.class),
            request -> search(read(request, Searching.class))),
        tool(
            "get_passage",
            "Get a passage",
            "Gives a passage of a disclosure by its id, with the place where it stands.",
            schemas.of(Getting.class),
            schemas.of(Passage.class),
            request -> passage(read(request, Getting.class))));
  }

  private CallToolResult ask(Asking asking) {
    var sent = outgoing.send(assistant.answer(asking.toQuestion(library.clock().instant())));
    var answer = sent.answer();
    var wording = words.in(answer.language());
    var result =
        given(sent.view(zone))
            .addTextContent(
                answer.citations().stream()
                    .map(citation -> wording.source(citation, answer.id()))
                    .collect(Collectors.joining("\n", answer.text() + "\n\n", ""))
                    .strip());
    answer.citations().stream()
        .map(citation -> resources.link(citation, answer.id()))
        .forEach(result::addContent);
    return result.build();
  }

  private CallToolResult search(Searching searching) {
    var query = Objects.requireNonNullElse(searching.query(), "");
    var found =
        search.search(
            query, searching.depth(), searching.asOf(), searching.issuer(), searching.kind());
    var result =
        given(found)
            .addTextContent(
                found.evidence().isEmpty()
                    ? "No published passage was found."
                    : found.evidence().stream()
                        .map(hit ->
                            "%d. %s (%s)\n%s"
                                .formatted(
                                    hit.rank(),
                                    hit.passageId(),
                                    hit.disclosure().title(),
                                    hit.text()))
                        .collect(Collectors.joining("\n\n")));
    found.evidence().stream()
        .map(hit -> resources.link(new PassageId(hit.passageId()), hit.disclosure().title()))
        .forEach(result::addContent);
    return result.build();
  }

  private CallToolResult passage(Getting getting) {
    var id = Objects.requireNonNullElse(getting.id(), "");
    var asOf = AnswerRequest.effectiveAsOf(getting.asOf(), library.clock().instant());
    return library
        .passage(id, asOf)
        .map(held -> {
          var passage = held.passage();
          return given(
                  new Passage(
                      PassageView.of(passage),
                      DisclosureReference.of(held.disclosure(), zone),
                      Links.passage(passage.id())))
              .addTextContent(passage.text())
              .addContent(resources.link(passage.id(), held.disclosure().title()))
              .build();
        })
        .orElseGet(() -> refused("There is no published passage with this id."));
  }

  private CallToolResult.Builder given(Object view) {
    return CallToolResult.builder().structuredContent(json.convertValue(view, OBJECT));
  }

  private <T extends Arguments> T read(CallToolRequest request, Class<T> type) {
    var arguments = request.arguments();
    return json.convertValue(arguments == null ? Map.of() : arguments, type);
  }

  private static CallToolResult refused(@Nullable String why) {
    return CallToolResult.builder().addTextContent(String.valueOf(why)).isError(true).build();
  }

  private static SyncToolSpecification tool(
      String name,
      String title,
      String description,
      Map<String, Object> input,
      Map<String, Object> output,
      Function<CallToolRequest, CallToolResult> work) {
    return new SyncToolSpecification(
        Tool.builder(name, input)
            .title(title)
            .description(description)
            .outputSchema(output)
            .annotations(
                ToolAnnotations.builder()
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .openWorldHint(false)
                    .build())
            .build(),
        (_, request) -> answered(name, work, request));
  }

  /// What a model can mend is told as the tool's result, as the protocol has it.
  private static CallToolResult answered(
      String tool, Function<CallToolRequest, CallToolResult> work, CallToolRequest request) {
    try {
      return work.apply(request);
    } catch (InvalidQuestionException unreadable) {
      return refused(unreadable.getMessage());
    } catch (ErrorResponseException refusal) {
      return refused(refusal.getBody().getDetail());
    } catch (DatabindException mismatch) {
      return refused(
          mismatch.getPath().isEmpty()
              ? "The arguments are not an object."
              : "The argument '%s' holds a value of the wrong type."
                  .formatted(mismatch.getPath().getFirst().getPropertyName()));
    } catch (SearchUnavailableException unavailable) {
      LOG.warn("The tool {} cannot reach the search", tool, unavailable);
      return refused("The search cannot be reached at the moment. Please try again shortly.");
    } catch (RuntimeException failure) {
      LOG.error("The tool {} failed", tool, failure);
      return refused("Something went wrong here, not with your request. Please try again later.");
    }
  }
}
