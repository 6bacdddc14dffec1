package onrecord.bot.answering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.Answer.Citation;
import onrecord.bot.Answer.Claim;
import onrecord.bot.Answer.Comparison;
import onrecord.bot.Answer.Item;
import onrecord.bot.Answer.Locator;
import onrecord.bot.composing.Draft;
import onrecord.bot.composing.Sentence;
import onrecord.bot.composing.Sentence.Supporting;
import onrecord.bot.finding.Quote;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;
import org.jspecify.annotations.Nullable;

/// Puts a verified draft into words: sentences in order, citations numbered as they come.
final class Rendering {

  private static final String HAN = "\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’";
  private static final Pattern LOOSE =
      Pattern.compile("(?<=[" + HAN + "])[ \\u00A0]+|[ \\u00A0]+(?=[" + HAN + "])");

  /// Between cells: white space, so that a row stays word for word.
  private static final String CELL_GAP = "\u3000";

  private final Phrasebook phrases;
  private final BiConsumer<Claim, List<Citation>> listener;
  private final Map<Quote, Citation> citations = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Rendering(Phrasebook phrases, BiConsumer<Claim, List<Citation>> listener) {
    this.phrases = phrases;
    this.listener = listener;
  }

  /// What a draft reads as.
  record Rendered(
      String text, List<Claim> claims, List<Citation> citations, List<Comparison> comparisons) {}

  /// @param listener hears of each claim as it is written, with the citations that it is the first
  ///   to use
  static Rendered render(
      Draft draft, Phrasebook phrases, BiConsumer<Claim, List<Citation>> listener) {
    var rendering = new Rendering(phrases, listener);
    rendering.paragraph(draft.opening());
    draft.parts().forEach(rendering::paragraph);
    rendering.paragraph(draft.closing());
    return new Rendered(
        rendering.text.toString().strip(),
        List.copyOf(rendering.claims),
        List.copyOf(rendering.citations.values()),
        List.copyOf(rendering.comparisons));
  }

  /// What can be told of a draft before it is whole.
  static Early early(Phrasebook phrases, BiConsumer<Claim, List<Citation>> listener) {
    return new Early(new Rendering(phrases, listener), listener);
  }

  /// The settled beginning of a draft, told claim by claim.
  record Early(Rendering rendering, BiConsumer<Claim, List<Citation>> listener) {

    void add(Sentence sentence) {
      rendering.write(sentence);
    }

    /// Hears of the claims that were not told yet.
    BiConsumer<Claim, List<Citation>> rest() {
      var told = Set.copyOf(rendering.claims);
      return (claim, cited) -> {
        if (!told.contains(claim)) {
          listener.accept(claim, cited);
        }
      };
    }
  }

  private void paragraph(List<Sentence> sentences) {
    for (var sentence : sentences) {
      write(sentence);
    }
    text.append('\n');
  }

  private void write(Sentence sentence) {
    switch (sentence) {
      case Sentence.Standard(var phrase, var variables) ->
          append(phrases.say(phrase, variables), List.of());
      case Sentence.Quotation(var quote) ->
          claim("“" + closed(quote.words()) + "”", List.of(cite(quote)), null);
      case Sentence.Written(var words, var quotes) ->
          claim(phrases.spell(words), quotes.stream().map(quote -> cite(quote)).toList(), null);
      case Sentence.Stated stated ->
          claim(
              phrases.say(stated.phrase(), stated.variables()),
              stated.support().stream().map(support -> cite(support)).distinct().toList(),
              stated.computed());
      case Sentence.Attributed(var phrase, var variables, _, var quote) -> {
        if (phrase == Phrase.COMPARISON_LINE) {
          text.append('\n');
        }
        claim(phrases.say(phrase, variables), List.of(cite(quote)), null);
      }
      case Sentence.Compared compared -> compare(compared);
    }
  }

  /// Line by line, so that it reads as a small table wherever text does.
  private void compare(Sentence.Compared compared) {
    var items = new ArrayList<Item>();
    for (var line : compared.lines()) {
      var support = line.support();
      var citation = cite(support);
      text.append('\n');
      claim(
          phrases.say(Phrase.COMPARISON_LINE, Map.of("label", line.label(), "value", line.words())),
          List.of(citation),
          null);
      items.add(new Item(line.label(), line.value(), citation.number()));
    }
    text.append('\n');
    comparisons.add(new Comparison(compared.title(), compared.unit(), items));
  }

  private void claim(String words, List<Citation> cited, Answer.@Nullable Computed computed) {
    var numbers = cited.stream().map(Citation::number).toList();
    append(words, numbers);
    var claim = new Claim(words, numbers, computed);
    claims.add(claim);
    listener.accept(claim, cited);
  }

  private void append(String words, List<Integer> numbers) {
    boolean latin =
        !text.isEmpty()
            && text.charAt(text.length() - 1) < 128
            && text.charAt(text.length() - 1) != '\n';
    if (latin) {
      text.append(' ');
    }
    text.append(words);
    numbers.forEach(number -> text.append('〔').append(number).append('〕'));
  }

  private Citation cite(Quote quote) {
    return cite(new Supporting(quote, "", null, null));
  }

  private Citation cite(Supporting support) {
    var quote = support.quote();
    var known = citations.get(quote);
    if (known != null) {
      return known;
    }
    var passage = quote.passage();
    var locator =
        new Locator(
            passage.pageAt(quote.start()),
            passage.headings().isEmpty() ? null : passage.section(),
            passage.item(),
            support.row(),
            support.column(),
            cells(support),
            passage.boxes(quote.start(), quote.end()));
    var citation =
        new Citation(
            citations.size() + 1,
            quote.words().replace('\t', ' '),
            quote.disclosure(),
            passage.id(),
            locator);
    citations.put(quote, citation);
    return citation;
  }

  /// The cell of the number, else those of the whole quotation.
  private static @Nullable String cells(Supporting support) {
    var quote = support.quote();
    var at = support.printed().isEmpty() ? -1 : quote.words().indexOf(support.printed());
    var start = at < 0 ? quote.start() : quote.start() + at;
    var end = at < 0 ? quote.end() : start + support.printed().length();
    return quote.passage().cells(start, end).orElse(null);
  }

  /// Without the spaces that typesetting puts beside Chinese characters.
  static String closed(String words) {
    return LOOSE.matcher(words.replace('\n', ' ')).replaceAll("").replaceAll("\t+", CELL_GAP);
  }
}
