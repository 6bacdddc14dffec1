/// What is made ready while the program starts.
@NullMarked
package onrecord.bot.operation.opening;

import org.jspecify.annotations.NullMarked;
