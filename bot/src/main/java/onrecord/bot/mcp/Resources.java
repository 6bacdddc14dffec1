package onrecord.bot.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ListResourcesResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.Answer;
import onrecord.bot.channel.Wording;
import onrecord.bot.views.Links;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;

/// Disclosures, their passages, and what answers cite, each at an address of its own.
record Resources(Library library, Wording.Book words) {

  private static final String TEXT = "text/plain";
  private static final int RESOURCES_A_PAGE = 100;

  private static final String DISCLOSURE = "onrecord://disclosures/{disclosure}";
  private static final String PASSAGE = DISCLOSURE + "/passages/{passage}";
  private static final String CITATION = "onrecord://answers/{answer}/citations/{citation}";

  List<SyncResourceTemplateSpecification> templates() {
    return List.of(
        template(
            DISCLOSURE,
            "disclosure",
            "A disclosure in force, passage by passage.",
            this::disclosure),
        template(PASSAGE, "passage", "A passage of a disclosure in force.", this::passage),
        template(
            CITATION,
            "citation",
            "What an answer cites, as it stood when it was given.",
            this::cited));
  }

  /// The disclosures in force, newest first.
  ///
  /// @param cursor how many came before; empty for the first page
  ListResourcesResult list(String cursor) {
    var all = library.inForce();
    var from = from(cursor, all.size());
    var to = Math.min(all.size(), from + RESOURCES_A_PAGE);
    return ListResourcesResult.builder(all.subList(from, to).stream().map(this::listed).toList())
        .nextCursor(to < all.size() ? String.valueOf(to) : null)
        .build();
  }

  private static int from(String cursor, int all) {
    try {
      return cursor.isEmpty() ? 0 : Math.clamp(Integer.parseInt(cursor), 0, all);
    } catch (NumberFormatException notACursor) {
      throw McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
          .message("The cursor is not one that was given.")
          .build();
    }
  }

  private Resource listed(Disclosure disclosure) {
    return Resource.builder(
            DISCLOSURE.replace("{disclosure}", disclosure.id().value()), disclosure.id().value())
        .title(in(disclosure).name(disclosure))
        .mimeType(TEXT)
        .build();
  }

  /// Leads to what an answer cites.
  ResourceLink link(Answer.Citation citation, String answerId) {
    return ResourceLink.builder()
        .uri(
            CITATION
                .replace("{answer}", answerId)
                .replace("{citation}", String.valueOf(citation.number())))
        .name("〔%d〕".formatted(citation.number()))
        .title(in(citation.disclosure()).name(citation.disclosure()))
        .description(citation.quote())
        .mimeType(TEXT)
        .build();
  }

  /// Leads to a passage.
  ResourceLink link(PassageId passage, String title) {
    var id = passage.value();
    return ResourceLink.builder()
        .uri(
            PASSAGE
                .replace("{disclosure}", passage.disclosure().value())
                .replace("{passage}", id.substring(id.lastIndexOf('#') + 1)))
        .name(id)
        .title(title)
        .mimeType(TEXT)
        .build();
  }

  private String disclosure(Matcher address) {
    return library
        .disclosure(address.group("disclosure"))
        .map(disclosure ->
            in(disclosure).line(disclosure).text()
                + "\n"
                + in(disclosure).line(disclosure).link()
                + "\n\n"
                + library.passages(disclosure).stream()
                    .map(Passage::text)
                    .collect(Collectors.joining("\n\n")))
        .orElseThrow(Resources::unknown);
  }

  private String passage(Matcher address) {
    var id = address.group("disclosure") + "#" + address.group("passage");
    return library
        .passage(id, library.clock().instant())
        .map(held ->
            in(held.disclosure()).name(held.disclosure())
                + "\n"
                + in(held.disclosure()).link(Links.passage(held.passage().id()))
                + "\n\n"
                + held.passage().text())
        .orElseThrow(Resources::unknown);
  }

  private String cited(Matcher address) {
    return library
        .citation(address.group("answer"), address.group("citation"))
        .map(cited ->
            words.in(cited.answer().language()).source(cited.citation(), cited.answer().id())
                + "\n\n"
                + cited.citation().quote())
        .orElseThrow(Resources::unknown);
  }

  private Wording in(Disclosure disclosure) {
    return words.in(disclosure.language());
  }

  private static SyncResourceTemplateSpecification template(
      String address, String name, String description, Function<Matcher, String> reading) {
    var pattern = Pattern.compile(address.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
    return new SyncResourceTemplateSpecification(
        ResourceTemplate.builder()
            .uriTemplate(address)
            .name(name)
            .description(description)
            .mimeType(TEXT)
            .build(),
        (_, request) -> {
          var named = pattern.matcher(request.uri());
          if (!named.matches()) {
            throw unknown();
          }
          return new ReadResourceResult(
              List.of(new TextResourceContents(request.uri(), TEXT, reading.apply(named))));
        });
  }

  /// The same for what is not there, not yet there and no longer there.
  private static McpError unknown() {
    return McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
        .message("There is nothing published at this address.")
        .build();
  }
}
