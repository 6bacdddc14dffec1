@NullMarked
package onrecord.bot.operation.backup;

import org.jspecify.annotations.NullMarked;
