package onrecord.bot.ruling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Reading;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Glossary;

/// What the wording of a question leaves of itself once what it is about is taken away: characters
/// and pairs of characters, in English words and pairs of words. Which metric is asked for and how
/// much of it counts as the same; of a period only whether it has ended, runs, or is yet to begin.
final class Traces {

  private static final char METRIC = 'Ⓜ';
  private static final char ENDED = 'Ⓟ';
  private static final char RUNNING = 'Ⓡ';
  private static final char TO_COME = 'Ⓝ';
  private static final String BEGIN = "^";
  private static final String END = "$";

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");
  private static final Pattern SIGNS = Pattern.compile("[\\s,，。.!！、:：;；\"“”()（）]+");
  private static final Pattern OUTER_SIGNS = Pattern.compile("^,+|[?？,]+$");
  private static final Pattern WORD = Pattern.compile("[a-z']+|0|[ⓂⓅⓇⓃ]");

  private Traces() {}

  private record Mark(int start, int end, char sign) {}

  /// @param today the day the question is put as of
  static Set<String> of(Reading.Part part, LocalDate today, Glossary glossary) {
    var masked = NUMBER.matcher(masked(part, today, glossary)).replaceAll("0");
    return HAN.matcher(masked).find() ? characters(masked) : words(masked);
  }

  private static String masked(Reading.Part part, LocalDate today, Glossary glossary) {
    var text = part.text();
    var masked = new StringBuilder();
    var done = 0;
    for (var mark : marks(part, today, glossary)) {
      if (mark.start() >= done) {
        masked.append(text, done, mark.start()).append(mark.sign());
        done = mark.end();
      }
    }
    return masked.append(text.substring(done)).toString();
  }

  /// In order; of those that begin together the longest first.
  private static List<Mark> marks(Reading.Part part, LocalDate today, Glossary glossary) {
    var marks = new ArrayList<Mark>();
    glossary
        .mentions(part.text())
        .forEach(mention -> marks.add(new Mark(mention.start(), mention.end(), METRIC)));
    var signs = signs(part, today);
    PeriodMention.in(part.text())
        .forEach(mention ->
            marks.add(
                new Mark(
                    mention.start(), mention.end(), signs.getOrDefault(mention.words(), ENDED))));
    marks.sort(
        Comparator.comparingInt(Mark::start)
            .thenComparing(Comparator.comparingInt(Mark::end).reversed()));
    return marks;
  }

  private static Map<String, Character> signs(Reading.Part part, LocalDate today) {
    var signs = new HashMap<String, Character>();
    part.periods().forEach(asked -> signs.put(asked.words(), sign(asked.period(), today)));
    return signs;
  }

  private static char sign(ReportingPeriod period, LocalDate today) {
    if (period.start().isAfter(today)) {
      return TO_COME;
    }
    return period.end().isBefore(today) ? ENDED : RUNNING;
  }

  private static Set<String> characters(String masked) {
    var bare = OUTER_SIGNS.matcher(SIGNS.matcher(masked).replaceAll(",")).replaceAll("");
    var text = BEGIN + bare + END;
    var traces = new HashSet<String>();
    for (var i = 0; i < text.length(); i++) {
      traces.add(text.substring(i, i + 1));
      if (i + 1 < text.length()) {
        traces.add(text.substring(i, i + 2));
      }
    }
    return traces;
  }

  private static Set<String> words(String masked) {
    var words = new ArrayList<String>();
    words.add(BEGIN);
    WORD.matcher(masked).results().forEach(word -> words.add(word.group()));
    words.add(END);
    var traces = new HashSet<String>();
    for (var i = 0; i < words.size(); i++) {
      traces.add(words.get(i) + "_");
      if (i + 1 < words.size()) {
        traces.add(words.get(i) + "_" + words.get(i + 1) + "_");
      }
    }
    return traces;
  }
}
