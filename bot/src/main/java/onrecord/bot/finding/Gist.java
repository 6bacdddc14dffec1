package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.bot.Reading;
import onrecord.prompts.Glossary;

/// What a part of a question is about: its concepts, each with the names under which a disclosure
/// may speak of it.
///
/// @param concepts in the order named; empty for a question without content
public record Gist(List<Concept> concepts) {

  /// Words that ask, address or connect, and say nothing of what is asked about.
  private static final Pattern EMPTY_WORDS =
      Pattern.compile(
          "(请问|请教|请提供|提供|详细|请|麻烦|告诉我|告诉|介绍一下|说明一下|说一下|一下|查一下|看一下|想知道|想了解|了解|帮我|给我|我想|"
              + "贵公司|本公司|我公司|公司的|公司|你们的|你们|贵司|我们|咱们|你的|您好|你好|董秘您好|"
              + "是多少|有多少|为多少|多少钱|多少|是什么|什么样|为什么|什么叫|叫什么|什么|是哪些|有哪些|哪些|哪几|哪家|哪里|哪儿|哪个|哪一|哪天|哪|"
              + "是谁|谁|怎么样|怎么|怎样|如何|为何|几个|几种|几家|几次|几|是不是|是否|有没有|有无|能否|可否|有什么|"
              + "具体|大概|大约|左右|目前|现在|当前|现阶段|最新|截至|截止|分别|一共|总共|共有|共|各自|情况|数值|数据|"
              + "吗|呢|呀|啊|吧|嘛|么|的话|的|了|是|有|在|和|与|跟|同|以及|及|或|也|都|还|又|就|才|把|被|对|对于|关于|从|到|为|其|该|此|这|那|它|会|能|要|"
              + "当时|之前|以前|过去|一直|主要原因|原因|啥时候|什么时候|何时|时候|时间|啥|名字|名称|哪年|哪一天|"
              + "属于|作为|包括|存在|进行|开展|表示|称|这个|这份|这次|这家|那个)");

  private static final Pattern ENGLISH_EMPTY_WORDS =
      Pattern.compile(
          "\\b(what|which|who|whom|whose|when|where|why|how|much|many|is|are|was|were|be|been|does|do|did|has|have|"
              + "had|the|a|an|of|in|on|at|for|to|from|by|with|and|or|as|its|it|their|your|you|company|company's|"
              + "please|tell|me|give|can|could|would|that|this|these|those|there|any|s|current|currently|latest|"
              + "about|according|during|amount|value|number)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT_RUN =
      Pattern.compile(
          "[\\p{IsHan}]+|[\\p{IsAlphabetic}&&[^\\p{IsHan}]][\\p{IsAlphabetic}&&[^\\p{IsHan}]\\d.\\-]*");

  public Gist {
    concepts = List.copyOf(concepts);
  }

  /// One thing named.
  ///
  /// @param names the asked name first, then the others
  /// @param terms the terms of the asked name
  public record Concept(List<String> names, List<String> terms) {

    public Concept {
      names = names.stream().map(Words::compact).distinct().toList();
      terms = List.copyOf(terms);
    }
  }

  /// The concepts of a part.
  public static Gist of(Reading.Part part, Glossary glossary) {
    var text =
        without(part.periods().stream().map(Reading.AskedPeriod::words).toList(), part.text());
    var concepts = new ArrayList<Concept>();
    var rest = new StringBuilder(text);
    for (var mention : glossary.mentions(text)) {
      concepts.add(named(text.substring(mention.start(), mention.end()), mention, glossary));
      blank(rest, mention.start(), mention.end());
    }
    var runs = CONTENT_RUN.matcher(content(rest.toString()));
    while (runs.find()) {
      concepts.add(concept(runs.group(), glossary));
    }
    return new Gist(concepts);
  }

  private static Concept named(String asked, Glossary.Mention mention, Glossary glossary) {
    var names = new ArrayList<String>();
    names.add(asked);
    names.addAll(mention.metric().printed());
    names.addAll(glossary.synonyms(asked));
    return new Concept(names, Words.terms(asked));
  }

  private static Concept concept(String run, Glossary glossary) {
    var names = new ArrayList<String>();
    names.add(run);
    names.addAll(glossary.synonyms(run));
    return new Concept(names, Words.terms(run));
  }

  private static String without(List<String> words, String text) {
    var rest = text;
    for (var word : words) {
      rest = word.isEmpty() ? rest : rest.replace(word, " ");
    }
    return rest;
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, ' ');
    }
  }

  /// A text without the words that ask, address or connect.
  static String content(String text) {
    var rest = EMPTY_WORDS.matcher(text).replaceAll(" ");
    return ENGLISH_EMPTY_WORDS.matcher(rest).replaceAll(" ").strip();
  }

  public boolean isEmpty() {
    return concepts.isEmpty();
  }

  /// The share of what is asked about that stands in a text, weighted by rarity.
  ///
  /// @return 0 to 1; 0 for an empty gist
  public double coverage(String text, Rarity rarity) {
    var compact = Words.compact(text);
    var terms = new HashSet<>(Words.terms(text));
    double total = 0;
    double covered = 0;
    for (var concept : concepts) {
      double weight = weight(concept, rarity);
      total += weight;
      covered += weight * presence(concept, compact, terms, rarity);
    }
    return total == 0 ? 0 : covered / total;
  }

  private static double weight(Concept concept, Rarity rarity) {
    return concept.terms().stream().mapToDouble(rarity::of).sum();
  }

  private static double presence(
      Concept concept, String compact, java.util.Set<String> terms, Rarity rarity) {
    if (concept.names().stream().anyMatch(name -> isIn(compact, name))) {
      return 1;
    }
    double total = weight(concept, rarity);
    double present = concept.terms().stream().filter(terms::contains).mapToDouble(rarity::of).sum();
    return total == 0 ? 0 : present / total;
  }

  private static boolean isIn(String compact, String name) {
    return !name.isEmpty() && compact.contains(name);
  }
}
