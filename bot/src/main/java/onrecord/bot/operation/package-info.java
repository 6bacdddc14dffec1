/// What keeps the program running: back-ups, what is measured, who may call, what is forgotten.
@NullMarked
package onrecord.bot.operation;

import org.jspecify.annotations.NullMarked;
