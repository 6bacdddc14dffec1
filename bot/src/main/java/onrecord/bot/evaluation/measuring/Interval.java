package onrecord.bot.evaluation.measuring;

/// Where the true value lies with 95 % confidence.
public record Interval(double low, double high) {}
