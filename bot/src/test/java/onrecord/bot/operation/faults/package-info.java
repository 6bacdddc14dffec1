@NullMarked
package onrecord.bot.operation.faults;

import org.jspecify.annotations.NullMarked;
