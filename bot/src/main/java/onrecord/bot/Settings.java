package onrecord.bot;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an installation is told, under `onrecord.`.
///
/// @param data the directory that holds all it keeps
/// @param issuer the securities code of the issuer that questions are about when they name none;
///   null for the only one, or the one with the latest disclosure
/// @param prompts the directory of phrases, glossary and policy that the IR team edits; null for
///   those that come with the program
/// @param zone in which days begin and times are shown
@ConfigurationProperties("onrecord")
public record Settings(
    @DefaultValue("./data") Path data,
    @Nullable String issuer,
    @Nullable Path prompts,
    @DefaultValue("Asia/Shanghai") ZoneId zone) {}
