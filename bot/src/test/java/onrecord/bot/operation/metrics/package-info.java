@NullMarked
package onrecord.bot.operation.metrics;

import org.jspecify.annotations.NullMarked;
