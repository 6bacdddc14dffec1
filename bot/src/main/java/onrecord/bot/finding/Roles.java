package onrecord.bot.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;

/// Who holds a role by which people ask for somebody: the controlling shareholder by name, since
/// tables list him by that.
public final class Roles {

  private static final String ROLE = "(?<role>控股股东|实际控制人)";
  private static final String HOLDER = "(?<holder>[\\p{IsHan}\\p{IsAlphabetic}（）()·]{2,40}?)";
  private static final Pattern ROLE_IS_HOLDER =
      Pattern.compile(
          "^(?:截至[^，]{4,16}，)?(?:本?公司的?)?" + ROLE + "(?:为|是|系|：|名称：)" + HOLDER + "(?:先生|女士)?[，。；]");
  private static final Pattern HOLDER_IS_ROLE =
      Pattern.compile(
          "(?:^|[，。；\\t])" + HOLDER + "(?:先生|女士)?(?:为|是|系|，系|\\t指\\t[^，\\t]*，[为系])本?公司的?" + ROLE);
  private static final Pattern HEADING = Pattern.compile("(?<role>控股股东|实际控制人)(名称|姓名)");
  private static final Pattern NOBODY = Pattern.compile("不存在|无|没有|公司$|性质|类型|^其|^本|未");
  private static final Pattern A_COMPANY = Pattern.compile("有限(责任)?公司$|集团$|委员会$");

  private final PerDisclosure<List<Held>> roles;
  private final Officers officers;

  public Roles(Corpus corpus) {
    roles = new PerDisclosure<>(corpus, Roles::read);
    officers = new Officers(corpus);
  }

  private record Held(String role, String holder) {}

  /// The names of whoever the disclosures in force say holds a role; empty for what is no role.
  Set<String> holders(String role, SecuritiesCode issuer, Instant asOf) {
    var names = new LinkedHashSet<String>();
    roles.inForce(issuer, asOf).stream()
        .flatMap(List::stream)
        .filter(held -> held.role().equals(role))
        .forEach(held -> names.add(held.holder()));
    return names;
  }

  /// The rows and paragraphs that say who holds a post, or what somebody's post or career is; empty
  /// for other questions.
  List<Quote> officers(Asked asked) {
    return officers.answering(asked);
  }

  private static List<Held> read(Corpus corpus, Disclosure disclosure) {
    return corpus.passages(disclosure.id()).stream()
        .filter(passage -> passage.speaker() == Speaker.COMPANY)
        .filter(passage -> passage.text().contains("控股股东") || passage.text().contains("实际控制人"))
        .flatMap(Roles::read)
        .distinct()
        .toList();
  }

  private static Stream<Held> read(Passage passage) {
    var held = new ArrayList<Held>();
    for (var span : Sentences.of(passage)) {
      var words = passage.text().substring(span.start(), span.end()).replaceAll("[ \\u00A0]", "");
      for (var pattern : List.of(ROLE_IS_HOLDER, HOLDER_IS_ROLE)) {
        var matcher = pattern.matcher(words);
        while (matcher.find()) {
          held.add(new Held(matcher.group("role"), matcher.group("holder")));
        }
      }
    }
    if (passage.form() == Passage.Form.TABLE) {
      held.addAll(inColumns(Grid.of(passage)));
    }
    return held.stream().filter(one -> isSomebody(one.holder()));
  }

  /// A table headed 控股股东名称 names him below.
  private static List<Held> inColumns(Grid grid) {
    var held = new ArrayList<Held>();
    for (int i = 0; i < grid.headings().size(); i++) {
      var heading = HEADING.matcher(grid.heading(i));
      if (heading.find() && !grid.rows().isEmpty() && i < grid.rows().getFirst().cells().size()) {
        held.add(new Held(heading.group("role"), grid.rows().getFirst().cells().get(i)));
      }
    }
    return held;
  }

  private static boolean isSomebody(String name) {
    return name.length() > 1
        && (!NOBODY.matcher(name).find()
            || A_COMPANY.matcher(name).find() && !name.startsWith("本"));
  }
}
