package onrecord.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.bot.Settings;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingPeriod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The page on which investors ask.
@Controller
class ChatPage {

  private static final int NEWS = 4;

  private final Corpus corpus;
  private final PageWords pageWords;
  private final Settings settings;
  private final Clock clock;
  private final JsonMapper json;

  ChatPage(Corpus corpus, PageWords pageWords, Settings settings, Clock clock, JsonMapper json) {
    this.corpus = corpus;
    this.pageWords = pageWords;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  @GetMapping("/")
  String page(HttpServletRequest request, HttpServletResponse response, Model model) {
    var words = pageWords.of(request, response);
    var inForce = corpus.inForce(clock.instant());
    var horizon = mainIssuer(inForce).flatMap(this::horizon);
    model.addAttribute("words", words);
    model.addAttribute("scripted", asScriptData(words.scripted()));
    model.addAttribute("issuers", issuers(inForce));
    model.addAttribute("issuerName", mainIssuer(inForce).map(Issuer::shortName).orElse(""));
    model.addAttribute("reach", reach(words, inForce, horizon));
    model.addAttribute("suggestions", suggestions(words, horizon));
    model.addAttribute(
        "news", inForce.stream().limit(NEWS).map(news -> New.of(news, words)).toList());
    model.addAttribute("embedded", request.getParameter("embedded") != null);
    return "chat";
  }

  /// What was disclosed last.
  record New(String title, String kind, String date, String link) {

    static New of(Disclosure disclosure, Words words) {
      var publishedAt = disclosure.publishedAt();
      return new New(
          disclosure.title(),
          words.of("kind." + disclosure.kind().name()),
          publishedAt == null ? "" : words.date(publishedAt),
          "/disclosures/" + disclosure.id());
    }
  }

  /// JSON that cannot end the element it stands in.
  private String asScriptData(Map<String, String> words) {
    return json.writeValueAsString(words).replace("<", "\\u003c");
  }

  private static List<Issuer> issuers(List<Disclosure> inForce) {
    var byCode = new LinkedHashMap<String, Issuer>();
    inForce.forEach(
        disclosure -> byCode.putIfAbsent(disclosure.issuer().code().value(), disclosure.issuer()));
    return List.copyOf(byCode.values());
  }

  private Optional<Issuer> mainIssuer(List<Disclosure> newestFirst) {
    return newestFirst.stream()
        .map(Disclosure::issuer)
        .filter(
            issuer -> settings.issuer() == null || issuer.code().value().equals(settings.issuer()))
        .findFirst();
  }

  private Optional<ReportingPeriod> horizon(Issuer issuer) {
    return corpus.horizon(issuer.code(), clock.instant());
  }

  private static String reach(
      Words words, List<Disclosure> newestFirst, Optional<ReportingPeriod> horizon) {
    if (newestFirst.isEmpty() || horizon.isEmpty()) {
      return words.of("page.empty");
    }
    Instant latest = newestFirst.getFirst().publishedAt();
    return words.of(
        "page.reach",
        Map.of(
            "date", latest == null ? "" : words.date(latest),
            "count", newestFirst.size(),
            "period", words.period(horizon.get())));
  }

  private static List<String> suggestions(Words words, Optional<ReportingPeriod> horizon) {
    var suggestions = new ArrayList<String>();
    horizon.ifPresent(period -> {
      var named = Map.<String, Object>of("period", words.period(period));
      suggestions.add(words.of("page.suggestion.revenue", named));
      suggestions.add(words.of("page.suggestion.profit", named));
    });
    suggestions.add(words.of("page.suggestion.business"));
    suggestions.add(words.of("page.suggestion.outlook"));
    return suggestions;
  }
}
