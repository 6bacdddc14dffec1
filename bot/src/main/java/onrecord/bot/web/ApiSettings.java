package onrecord.bot.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the API is guarded, under `onrecord.api.`.
///
/// @param curatorKey the bearer key of those who may publish; empty where nobody may through the
///   API
/// @param clientKeys the bearer keys of programs that may use `/v1` and `/mcp`; empty where anyone
///   may
/// @param requestsPerMinute how many questions and searches one address may put in a minute; 0 for
///   any number; an issued key has a rate of its own
/// @param concurrentAnswers how many questions and searches are worked on at a time
/// @param waitingAnswers how many more wait their turn for a moment; others are sent away at once
@ConfigurationProperties("onrecord.api")
record ApiSettings(
    @DefaultValue("") String curatorKey,
    @DefaultValue List<String> clientKeys,
    @DefaultValue("3000") int requestsPerMinute,
    @DefaultValue("64") int concurrentAnswers,
    @DefaultValue("256") int waitingAnswers) {}
