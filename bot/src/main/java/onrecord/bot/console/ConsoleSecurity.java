package onrecord.bot.console;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import onrecord.bot.web.PageHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Who may see and do what at the desk.
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  static final String SIGN_IN = "/console/sign-in";

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecurity.class);

  @Bean
  @Order(1)
  SecurityFilterChain console(
      HttpSecurity http,
      People people,
      AuditTrail trail,
      ObjectProvider<SingleSignOn> singleSignOn) {
    var attempts = new SignInAttempts();
    singleSignOn.ifAvailable(company -> letIn(company, http, trail));
    return http.securityMatcher("/console", "/console/**", SingleSignOn.BEGIN, SingleSignOn.RETURN)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(SIGN_IN)
                .permitAll()
                .requestMatchers("/console/people/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers("/console/audit/**")
                .hasRole(Role.AUDITOR.name())
                .requestMatchers("/console/review/**")
                .hasAnyRole(Role.REVIEWER.name(), Role.CURATOR.name())
                .requestMatchers(HttpMethod.POST, "/console/approved/*/approve")
                .hasRole(Role.REVIEWER.name())
                .requestMatchers("/console/account")
                .authenticated()
                .requestMatchers(
                    HttpMethod.POST, "/console/disclosures/**", "/console/questions/**")
                .hasRole(Role.CURATOR.name())
                .anyRequest()
                .hasAnyRole(Role.CURATOR.name(), Role.REVIEWER.name(), Role.AUDITOR.name()))
        .formLogin(form ->
            form.loginPage(SIGN_IN)
                .usernameParameter("name")
                .defaultSuccessUrl("/console", true)
                .successHandler((request, response, who) -> {
                  attempts.forget(who.getName());
                  enter(who, trail, response);
                })
                .failureHandler((request, response, failure) -> {
                  attempts.failed(String.valueOf(request.getParameter("name")));
                  response.sendRedirect(SIGN_IN + "?failed");
                }))
        .logout(
            logout -> logout.logoutUrl("/console/sign-out").logoutSuccessUrl(SIGN_IN).permitAll())
        .addFilterBefore(attempts, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new StillWelcome(people), AuthorizationFilter.class)
        .headers(PageHeaders::protect)
        .csrf(withDefaults())
        .build();
  }

  private static void letIn(SingleSignOn company, HttpSecurity http, AuditTrail trail) {
    http.oauth2Login(login ->
        login
            .loginPage(SIGN_IN)
            .userInfoEndpoint(person -> person.oidcUserService(company::arrive))
            .successHandler((request, response, who) -> enter(who, trail, response))
            .failureHandler((request, response, failure) -> {
              LOG.warn("Nobody was signed in by the company's provider: {}", failure.getMessage());
              response.sendRedirect(SIGN_IN + "?stranger");
            }));
  }

  private static void enter(Authentication who, AuditTrail trail, HttpServletResponse response)
      throws IOException {
    trail.append(Kind.SIGN_IN, who.getName(), who.getName(), Map.of("act", "in"));
    response.sendRedirect("/console");
  }

  @Bean
  UserDetailsService signingIn(People people) {
    return name ->
        people
            .person(name)
            .map(person ->
                User.withUsername(person.name())
                    .password(person.password())
                    .roles(person.roles().stream().map(Role::name).toArray(String[]::new))
                    .accountLocked(person.locked())
                    .build())
            .orElseThrow(() -> new UsernameNotFoundException(name));
  }

  /// Ends the session of who was locked, or whose roles or password were changed, since they signed
  /// in.
  private static final class StillWelcome extends OncePerRequestFilter {

    private static final String SEEN = "onrecord.person";

    private final People people;

    StillWelcome(People people) {
      this.people = people;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      var name = request.getRemoteUser();
      var session = request.getSession(false);
      if (name != null && session != null) {
        var now = people.person(name).map(person -> person.roles() + " " + person.locked());
        var seen = session.getAttribute(SEEN);
        if (now.isEmpty() || (seen != null && !seen.equals(now.get()))) {
          session.invalidate();
          SecurityContextHolder.clearContext();
          response.sendRedirect(SIGN_IN);
          return;
        }
        session.setAttribute(SEEN, now.get());
      }
      chain.doFilter(request, response);
    }
  }
}
