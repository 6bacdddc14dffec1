/// What is counted, timed and traced, and whether all is well.
@NullMarked
package onrecord.bot.operation.metrics;

import org.jspecify.annotations.NullMarked;
