package onrecord.bot.console;

import java.security.Principal;
import java.util.Objects;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Signing in, and one's own password.
@Controller
class SignInPage {

  private final People people;
  private final PasswordEncoder passwords;
  private final boolean companySignsIn;

  SignInPage(People people, PasswordEncoder passwords, ObjectProvider<SingleSignOn> company) {
    this.people = people;
    this.passwords = passwords;
    this.companySignsIn = company.getIfAvailable() != null;
  }

  @GetMapping("/console")
  String entrance(Model model) {
    var desk = (Desk) Objects.requireNonNull(model.getAttribute("desk"));
    if (desk.may("CURATOR")) {
      return "redirect:/console/disclosures";
    }
    return desk.may("REVIEWER") ? "redirect:/console/review" : "redirect:/console/questions";
  }

  @GetMapping(ConsoleSecurity.SIGN_IN)
  String signIn(Model model) {
    model.addAttribute("company", companySignsIn ? SingleSignOn.BEGIN : null);
    return "console/sign-in";
  }

  @GetMapping("/console/account")
  String account() {
    return "console/account";
  }

  @PostMapping("/console/account")
  String change(
      Principal who,
      @RequestParam String present,
      @RequestParam String password,
      RedirectAttributes notes) {
    var known =
        people
            .person(who.getName())
            .map(Person::password)
            .filter(stored -> passwords.matches(present, stored));
    if (known.isEmpty() || password.length() < People.SHORTEST_PASSWORD) {
      notes.addFlashAttribute("problem", known.isEmpty() ? "wrong" : "short");
    } else {
      people.setPassword(who.getName(), password, who.getName());
      notes.addFlashAttribute("done", "passwordChanged");
    }
    return "redirect:/console/account";
  }
}
