package onrecord.bot.console;

import java.security.Principal;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.channel.OpenQuestion;
import onrecord.bot.channel.OpenQuestions;
import onrecord.bot.desk.review.Outgoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The answers that wait for a person, and the questions that askers left for the team.
@Controller
@RequestMapping("/console/review")
class ReviewPage {

  private final OpenQuestions questions;
  private final Outgoing outgoing;
  private final Answers answers;

  ReviewPage(OpenQuestions questions, Outgoing outgoing, Answers answers) {
    this.questions = questions;
    this.outgoing = outgoing;
    this.answers = answers;
  }

  /// A question with the answer that was made for it.
  public record Waiting(OpenQuestion question, @Nullable Answer answer) {

    public boolean isHeld() {
      return question.cause() == OpenQuestion.Cause.HELD;
    }
  }

  @GetMapping
  String queue(Model model) {
    List<Waiting> waiting =
        questions.waiting().stream()
            .map(
                question -> new Waiting(question, answers.answer(question.answerId()).orElse(null)))
            .toList();
    model.addAttribute("waiting", waiting);
    return "console/review";
  }

  @PostMapping("/{id}")
  String settle(
      Principal who,
      @PathVariable String id,
      @RequestParam Outgoing.State decision,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes notes) {
    outgoing.settle(id, decision, text.strip(), who.getName());
    notes.addFlashAttribute("done", "review." + decision);
    return "redirect:/console/review";
  }
}
