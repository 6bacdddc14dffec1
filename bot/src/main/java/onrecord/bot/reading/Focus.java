package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.reading.Clauses.Clause;

/// What a text asks, apart from what it tells on the way: of 二期已经投产，请问利润何时释放 only the second clause
/// asks.
///
/// A clause that says nothing by itself (会受影响吗) asks of the one before it, what a sentence sets out
/// from (二期投产后) belongs to its question, and what follows a request (请续写：…) to the request. Where
/// no clause asks, as in a search, each does.
///
/// @param asking the stretches that ask, in order
/// @param sentences the stretches from the beginning of a sentence to the end of its last question
record Focus(String text, List<Stretch> asking, List<Stretch> sentences) {

  /// All that a clause may hold which says nothing by itself.
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:对此|对公司|对业绩|公司|贵司|你们|是否|是不是|有没有|有无|会不会|能不能|能否|可否|会否|怎么样|怎么|怎样|如何|什么|为何|为啥|"
              + "何时|时候|时间|多久|多少|多大|几|影响|看法|认可|认同|同意|靠谱|合理|属实|真的|真假|原因|可能|利好|利空|帮助|作用|做到|达到|实现|"
              + "完成|继续|解释|说明|受|更|较|大|小|高|低|好|差|对|行|看|这|那|该|其|它|还|又|也|都|将|要|会|能|可以|大概|大约|到底|究竟|造成|产生|带来|"
              + "具体|有|是|为|的|了|吗|呢|吧|么|嘛|啊|请|问|确认|一下|澄清|回应|下|何|\\s)+");

  private static final Pattern NOTHING_IN_ENGLISH =
      Pattern.compile("(?:[a-z']+\\s*){1,3}|.*\\b(?:true|right|correct|agree)\\b.*");

  /// What a sentence sets out from: a condition, a time, a topic.
  private static final Pattern SETTING =
      Pattern.compile(
          "^(?:按照?|根据|依据|基于|假如|假设|假定|如果|若|倘若|要是|随着|关于|对于|至于|到|截至|截止|在|从|given|assuming|if|by|as|based on|for|in)\\b?.*|"
              + ".*(?:后|时|的话|下|前|来看|而言|方面|之际|以来|期间)$");

  private static final Pattern PREDICATE = Pattern.compile("[会能都了是有在把被说看觉让使已传据称不没跌涨升降增减]|一直");

  /// A clause of no more characters names a topic: 明年四季度，…
  private static final int TOPIC = 10;

  Focus {
    asking = List.copyOf(asking);
    sentences = List.copyOf(sentences);
  }

  static Focus of(String text) {
    var clauses = Clauses.of(text);
    var asking = new ArrayList<Stretch>();
    var sentences = new ArrayList<Stretch>();
    for (var i = 0; i < clauses.size(); i++) {
      var clause = clauses.get(i);
      if (clause.asks()) {
        var first = first(clauses, i);
        var end = Grammar.isRequest(clause.text()) ? sentenceEnd(clauses, i) : clause.end();
        asking.add(new Stretch(afterLeadIn(clauses.get(first)), end));
        sentences.add(new Stretch(sentenceStart(clauses, first), end));
      }
    }
    var whole = List.of(new Stretch(0, text.length()));
    return asking.isEmpty() ? new Focus(text, whole, whole) : new Focus(text, asking, sentences);
  }

  /// The clause with which the question that ends in a clause begins.
  private static int first(List<Clause> clauses, int at) {
    var first = at;
    while (first > 0 && isBare(clauses.get(first), clauses.get(first - 1))) {
      first--;
    }
    return first;
  }

  /// Whether a clause asks of the one before it, or that one only sets out.
  private static boolean isBare(Clause clause, Clause before) {
    var words = clause.text().substring(afterLeadIn(clause) - clause.start()).strip();
    var saysNothing =
        NOTHING.matcher(words).matches() || NOTHING_IN_ENGLISH.matcher(words).matches();
    return saysNothing || (!before.isSentence() && setsOut(before));
  }

  private static boolean setsOut(Clause clause) {
    var words = clause.text().substring(afterLeadIn(clause) - clause.start()).strip();
    return SETTING.matcher(words).matches() || isTopic(words);
  }

  private static boolean isTopic(String words) {
    return Script.hasHan(words)
        && words.length() <= TOPIC
        && !Grammar.asks(words)
        && !PREDICATE.matcher(words).find();
  }

  private static int sentenceStart(List<Clause> clauses, int at) {
    var first = at;
    while (first > 0 && !clauses.get(first - 1).isSentence()) {
      first--;
    }
    return clauses.get(first).start();
  }

  private static int sentenceEnd(List<Clause> clauses, int at) {
    var last = at;
    while (last + 1 < clauses.size() && !clauses.get(last).isSentence()) {
      last++;
    }
    return clauses.get(last).end();
  }

  /// Behind the last word that introduces a question: …请问.
  private static int afterLeadIn(Clause clause) {
    return clause.start() + Grammar.leadIn(clause.text());
  }

  /// Whether what stands at an offset is asked.
  boolean holds(int offset) {
    return isIn(asking, offset);
  }

  /// Whether what stands at an offset is asked, or said in the same sentence before a question.
  boolean governs(int offset) {
    return isIn(sentences, offset);
  }

  /// Whether the last question ends before an offset.
  boolean isBefore(int offset) {
    return asking.getLast().end() <= offset;
  }

  /// Whether a question still follows on an offset, or stands there.
  boolean follows(int offset) {
    return asking.stream().anyMatch(stretch -> offset < stretch.end());
  }

  /// Whether nothing is told on the way.
  boolean isWhole() {
    return asking.size() == 1 && asking.getFirst().equals(new Stretch(0, text.length()));
  }

  /// The words that ask.
  String words() {
    return asking.stream()
        .map(stretch -> text.substring(stretch.start(), stretch.end()))
        .collect(Collectors.joining(" "));
  }

  private static boolean isIn(List<Stretch> stretches, int offset) {
    return stretches.stream()
        .anyMatch(stretch -> stretch.start() <= offset && offset < stretch.end());
  }
}
