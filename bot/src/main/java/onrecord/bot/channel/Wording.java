package onrecord.bot.channel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.views.Links;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.prompts.Phrasebook;
import onrecord.prompts.Prompts;

/// The words that channels say beside answers, in one language.
public final class Wording {

  private final Phrasebook phrasebook;
  private final ChannelSettings settings;
  private final ZoneId zone;

  private Wording(Phrasebook phrasebook, ChannelSettings settings, ZoneId zone) {
    this.phrasebook = phrasebook;
    this.settings = settings;
    this.zone = zone;
  }

  /// The words in every language.
  public record Book(Prompts prompts, ChannelSettings settings, ZoneId zone) {

    public Wording in(Language language) {
      return new Wording(prompts.phrases(language.tag()), settings, zone);
    }
  }

  /// A label below `channel.`.
  public String of(String key) {
    return phrasebook.label("channel." + key);
  }

  /// A label below `channel.` that has variables.
  public String of(String key, Map<String, ?> variables) {
    var values = new TreeMap<String, String>();
    variables.forEach((name, value) -> values.put(name, value.toString()));
    return phrasebook.label("channel." + key, values);
  }

  /// Any label.
  public String label(String key) {
    return phrasebook.label(key);
  }

  /// Any label that has variables.
  public String label(String key, Map<String, String> variables) {
    return phrasebook.label(key, variables);
  }

  public String date(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(instant);
  }

  /// A disclosure by title, announcement number and date.
  public String name(Disclosure disclosure) {
    var publishedAt = disclosure.publishedAt();
    var title = "《%s》".formatted(disclosure.title().replaceAll("[《》]", "").strip());
    var details =
        Stream.of(disclosure.announcementNumber(), publishedAt == null ? null : date(publishedAt))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return details.isEmpty() ? title : title + " " + details;
  }

  /// The same, leading to its page.
  public Line line(Disclosure disclosure) {
    return new Line(name(disclosure), settings.link("/disclosures/" + disclosure.id()));
  }

  /// What a citation rests on: its number, the disclosure, the place in it, and the address of the
  /// page with the quotation marked.
  public String source(Answer.Citation citation, String answerId) {
    return "〔%d〕%s\n%s"
        .formatted(
            citation.number(),
            Stream.of(name(citation.disclosure()), page(citation), item(citation), cells(citation))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")),
            link(Links.citation(answerId, citation)));
  }

  private String page(Answer.Citation citation) {
    var page = citation.locator().page();
    return page == null ? "" : label("page.page", Map.of("page", page.toString()));
  }

  private String item(Answer.Citation citation) {
    var item = citation.locator().item();
    return item == null ? "" : label("page.item", Map.of("item", item));
  }

  private static String cells(Answer.Citation citation) {
    return Objects.requireNonNullElse(citation.locator().cells(), "");
  }

  /// The address of a page of the service.
  ///
  /// @param path beginning with `/`
  public String link(String path) {
    return settings.link(path);
  }
}
