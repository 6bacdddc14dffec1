@NullMarked
package onrecord.bot.operation.retention;

import org.jspecify.annotations.NullMarked;
