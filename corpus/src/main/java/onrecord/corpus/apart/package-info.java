/// Work on files in processes of their own, so that no file can take the memory, the processors or
/// the life of the program that it is handed to.
@NullMarked
package onrecord.corpus.apart;

import org.jspecify.annotations.NullMarked;
