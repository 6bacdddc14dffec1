package onrecord.bot.evaluation.generating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts figures into questions.
///
/// @param ground that they are asked on
record Phrasing(Ground ground) {

  private static final List<Register> REGISTERS = List.of(Register.values());

  /// Whether a name is an English one, asked for in English.
  static boolean isEnglish(StatedFigure figure) {
    return figure.name().printed().codePoints().noneMatch(Character::isIdeographic);
  }

  static String language(StatedFigure figure) {
    return isEnglish(figure) ? "en" : "zh";
  }

  static Draw draw(StatedFigure figure, String purpose) {
    return new Draw(purpose + "|" + figure.key());
  }

  /// In whichever register is drawn.
  String question(StatedFigure figure, Draw draw) {
    return isEnglish(figure)
        ? english(figure, figure.name().printed(), draw)
        : chinese(figure, draw.and("register").from(REGISTERS), draw);
  }

  String chinese(StatedFigure figure, Register register, Draw draw) {
    return chinese(figure, figure.name().in(register, draw.and("name")), register, draw);
  }

  /// With another name than the register's.
  String chinese(StatedFigure figure, String name, Register register, Draw draw) {
    var templates = ground.templates().figures().at("zh").at(register.key()).texts();
    var period = ground.periodNames().chinese(figure.period(), register, draw);
    return filled(templates, name, period, figure, draw);
  }

  String english(StatedFigure figure, String name, Draw draw) {
    var register = draw.and("register").from(List.of(Register.FORMAL, Register.PLAIN));
    var templates = ground.templates().figures().at("en").at(register.key()).texts();
    var period = ground.periodNames().english(figure.period(), register, draw);
    return filled(templates, name, period, figure, draw);
  }

  /// By templates of a kind of their own, in plain words.
  String plain(List<String> templates, StatedFigure figure, Draw draw) {
    var name = figure.name().in(Register.PLAIN, draw.and("name"));
    var period = ground.periodNames().chinese(figure.period(), Register.PLAIN, draw);
    return filled(templates, name, period, figure, draw);
  }

  private String filled(
      List<String> templates, String name, String period, StatedFigure figure, Draw draw) {
    Map<String, String> values = new HashMap<>();
    values.put("company", ground.issuer().shortName());
    values.put("metric", name);
    values.put("period", period);
    values.put("part", figure.part() == null ? "" : figure.part());
    return Filled.in(draw.and("template").from(templates), values);
  }
}
