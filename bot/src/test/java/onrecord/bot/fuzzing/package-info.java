/// What takes input from strangers, put to arbitrary input: by a fuzzer (`bot/fuzz`), and in each
/// build by the inputs that once broke it.
@NullMarked
package onrecord.bot.fuzzing;

import org.jspecify.annotations.NullMarked;
