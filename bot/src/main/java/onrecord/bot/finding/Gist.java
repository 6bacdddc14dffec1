package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.prompts.Glossary;

/// What a part of a question is about: its concepts, each with the names under which a disclosure
/// may speak of it.
///
/// @param concepts in the order named; empty for a question without content
public record Gist(List<Concept> concepts) {

  /// Words that ask, address or connect, and say nothing of what is asked about. Single characters
  /// are left alone, since most of them also stand within words; those that merely connect are
  /// common and weigh next to nothing.
  private static final Pattern EMPTY_WORDS =
      Pattern.compile(
          "什么是|什么叫做?|请问|请教|请提供|提供(?!商|劳务|服务)|请告诉|请介绍|请说明|麻烦|告诉我?|介绍一下|说明一下|说一下|一下|想知道|想了解|帮我|给我|我想|"
              + "贵公司|本公司|我公司|公司的|你们的?|贵司|我们|您好|你好|是多少|有多少|为多少|多少钱|多少(?:(?:百|千)?[万亿]元?|元|万人|万股)?|是什么|什么样|为什么|什么叫|叫什么|什么|"
              + "是哪些|有哪些|哪些|哪几|哪家|哪里|哪儿|哪个|哪一|哪天|哪些人|什么人|是谁|谁|怎么样|怎么|怎样|如何|为何|几个|几种|几家|几次|几倍|"
              + "是不是|是否|有没有|有无|能否|可否|处于|举行|召开|举办|开了|开过|类型|种类|名字|暂时|未来|打算|表达|提到|说过|表示过?|具体|详细|大概|大约|左右|目前|现在|当前|现阶段|最新|截至|截止|分别|一共|总共|各自|情况|数值|数据|"
              + "获得过|获得了|得过|拿过|主要原因|原因|大幅度?|明显|显著|这么多?|那么|如此|体现在?|表现在|哪些?方面|方面|面临|面对|进展|哪一步|一步|各自|对比一下?|比较一下?|"
              + "的话|对于|关于|当时|之前|以前|过去|一直|啥时候|什么时候|何时|时候|时间|哪年|这个|这份|这次|这家|那个|其中|以及|"
              + "[吗呢呀啊嘛么啥]|^公司|(?<=[，。？,?])公司");

  private static final Pattern ENGLISH_EMPTY_WORDS =
      Pattern.compile(
          "\\b(what|which|who|whom|whose|when|where|why|how|much|many|is|are|was|were|be|been|does|do|did|has|have|"
              + "had|the|a|an|of|in|on|at|for|to|from|by|with|and|or|as|its|it|their|your|you|company|company's|"
              + "please|tell|me|give|can|could|would|that|this|these|those|there|any|s|current|currently|latest|alone|net|total|single|group|consolidated|"
              + "about|according|during|amount|value|number)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT_RUN =
      Pattern.compile(
          "[\\p{IsHan}]+|[\\p{IsAlphabetic}&&[^\\p{IsHan}]][\\p{IsAlphabetic}&&[^\\p{IsHan}]\\d.\\-]*");

  /// Characters that connect words and are seldom part of one that matters.
  private static final Pattern MOTION =
      Pattern.compile(
          "(?:同比|[较比]上年(?:同期)?|[较比]去年(?:同期)?)?(?:增长|下降|减少|增加|上升|下滑|变动|变化|增减)了?(?=(?:是|为|有)?(?:多少|几))|同比");

  private static final Pattern RANKING = Pattern.compile("最[高低大小多少快慢好差强弱](?:的|(?=[是？?\\s]|$))");

  private static final String CONNECTING = "的了是有在和与跟同及或也都还被把其该此这那它里之于为要吗呢呀吧么您你我们";

  /// Stands for what is asked about in a masked text.
  static final char MARK = '\uFFFC';

  /// How much of a concept stands where only a part of the asked name does: 利润分配 of 利润分配预案.
  private static final double BY_A_PART = 0.95;

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
  ///
  /// @param issuerNames names of the issuer, which go without saying
  public static Gist of(Reading.Part part, List<String> issuerNames, Glossary glossary) {
    var silent =
        Stream.concat(
                issuerNames.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .sorted(Comparator.comparingInt(String::length).reversed()),
                part.periods().stream().map(Reading.AskedPeriod::words))
            .toList();
    var text = withoutMotion(Place.withoutRank(without(silent, part.text())), part);
    var concepts = new ArrayList<Concept>();
    var rest = new StringBuilder(text);
    for (var mention : glossary.mentions(text)) {
      var names = new ArrayList<>(mention.metric().printed());
      names.addAll(otherNames(text.substring(mention.start(), mention.end()), glossary));
      concepts.add(named(text, mention.start(), mention.end(), names));
      blank(rest, mention.start(), mention.end());
    }
    for (var term : glossary.terms(rest.toString())) {
      concepts.add(named(text, term.start(), term.end(), term.names()));
      blank(rest, term.start(), term.end());
    }
    var runs = CONTENT_RUN.matcher(content(rest.toString()));
    while (runs.find()) {
      var concept = new Concept(List.of(runs.group()), telling(runs.group()));
      if (!concept.terms().isEmpty()) {
        concepts.add(concept);
      }
    }
    return new Gist(concepts);
  }

  /// A question by how much something has changed, without the words that say so: what states it
  /// heads it 变动幅度, or says it in other words.
  private static String withoutMotion(String text, Reading.Part part) {
    var rest = MOTION.matcher(text).replaceAll(" ");
    return part.aspects().contains(Reading.Aspect.YEAR_ON_YEAR) && !rest.isBlank() ? rest : text;
  }

  /// What else goes by the very name; a name within it is another's.
  private static List<String> otherNames(String name, Glossary glossary) {
    return glossary.terms(name).stream()
        .filter(term -> term.start() == 0 && term.end() == name.length())
        .flatMap(term -> term.names().stream())
        .toList();
  }

  /// The terms of a run that tell anything: not single characters, and not pairs with a character
  /// that merely connects.
  private static List<String> telling(String run) {
    return Words.terms(run).stream()
        .filter(term -> term.length() > 1 || !Words.isHan(term.charAt(0)))
        .filter(
            term -> !term.equals("公司") && term.chars().noneMatch(c -> CONNECTING.indexOf(c) >= 0))
        .toList();
  }

  private static Concept named(String text, int start, int end, List<String> others) {
    var asked = text.substring(start, end);
    var names = new ArrayList<String>();
    names.add(asked);
    names.addAll(others);
    return new Concept(names, Words.terms(asked));
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
    var rest = RANKING.matcher(EMPTY_WORDS.matcher(text).replaceAll(" ")).replaceAll(" ");
    return ENGLISH_EMPTY_WORDS.matcher(rest).replaceAll(" ").strip();
  }

  /// The same where a concept goes by further names too.
  ///
  /// @param names gives the further names of a concept's name; empty for none
  Gist named(Function<String, Set<String>> names) {
    return new Gist(
        concepts.stream()
            .map(concept -> {
              var all = new ArrayList<>(concept.names());
              concept.names().forEach(name -> all.addAll(names.apply(name)));
              return new Concept(all, concept.terms());
            })
            .toList());
  }

  public boolean isEmpty() {
    return concepts.isEmpty();
  }

  /// The share of what is asked about that stands in a text, weighted by rarity.
  ///
  /// @return 0 to 1; 0 for an empty gist
  public double coverage(String text, Rarity rarity) {
    var weights = weights(rarity);
    return share(weights, presence(text, rarity));
  }

  /// How much each concept weighs: the rarity of its terms together.
  double[] weights(Rarity rarity) {
    return concepts.stream().mapToDouble(concept -> weight(concept, rarity)).toArray();
  }

  /// How much of each concept stands in a text, 0 to 1: all of it under any of its names, or the
  /// share of the asked name's terms.
  double[] presence(String text, Rarity rarity) {
    return presence(Text.of(text), rarity);
  }

  double[] presence(Text text, Rarity rarity) {
    var presence = new double[concepts.size()];
    for (int i = 0; i < presence.length; i++) {
      presence[i] = presence(concepts.get(i), text, rarity);
    }
    return presence;
  }

  /// Whether a compact label bears one of the names of what is asked about.
  boolean names(String label) {
    return concepts.stream()
        .flatMap(concept -> concept.names().stream())
        .anyMatch(name -> name.length() > 1 && label.contains(name));
  }

  /// Whether any of a compact text belongs to what is asked about.
  boolean touches(String compact) {
    for (var concept : concepts) {
      for (var name : concept.names()) {
        if (name.length() > 1 && compact.contains(name)) {
          return true;
        }
      }
      for (var term : concept.terms()) {
        if (term.length() > 1 && compact.contains(term)) {
          return true;
        }
      }
    }
    return false;
  }

  /// How many characters of a compact text belong to what is asked about.
  int covered(String compact) {
    return marked(compact).cardinality();
  }

  /// A compact text with a mark for each character that belongs to what is asked about.
  String masked(String compact) {
    var masked = new StringBuilder(compact);
    marked(compact).stream().forEach(at -> masked.setCharAt(at, MARK));
    return masked.toString();
  }

  private BitSet marked(String compact) {
    var marked = new BitSet(compact.length());
    for (var concept : concepts) {
      concept.names().stream()
          .filter(name -> name.length() > 1)
          .forEach(name -> mark(name, compact, marked));
      concept.terms().stream()
          .filter(term -> term.length() > 1)
          .forEach(term -> mark(term, compact, marked));
    }
    return marked;
  }

  private static void mark(String words, String text, BitSet marked) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      marked.set(at, at + words.length());
    }
  }

  /// The weighted mean of presences.
  static double share(double[] weights, double[] presence) {
    double total = 0;
    double present = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      present += weights[i] * presence[i];
    }
    return total == 0 ? 0 : present / total;
  }

  private static double weight(Concept concept, Rarity rarity) {
    return concept.terms().stream().mapToDouble(rarity::of).sum();
  }

  private static double presence(Concept concept, Text text, Rarity rarity) {
    if (text.compact().isEmpty()) {
      return 0;
    }
    var named = concept.names().stream().filter(name -> isIn(text.compact(), name)).toList();
    if (!named.isEmpty()) {
      return named.stream().allMatch(name -> isPart(name, concept)) ? BY_A_PART : 1;
    }
    double total = 0;
    double present = 0;
    for (var term : concept.terms()) {
      double weight = rarity.of(term);
      total += weight;
      present += text.terms().contains(term) ? weight : 0;
    }
    return total == 0 ? 0 : present / total;
  }

  private static boolean isPart(String name, Concept concept) {
    var asked = concept.names().getFirst();
    return asked.length() > name.length() && asked.contains(name);
  }

  private static boolean isIn(String compact, String name) {
    return !name.isEmpty() && compact.contains(name);
  }
}
