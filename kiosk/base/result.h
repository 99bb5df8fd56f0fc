// How an expected failure travels: made where the world is touched or a file is read, looked at by whoever asked.
// An Error says what went wrong as a value; the sentence for a person is chosen later, in that person's language.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace tingdu {

/// Everything that may go wrong in a way somebody must be told about. Each has a sentence in every language
/// (kiosk/wording/sentences.h).
enum class Fault {
    missing,            ///< no such file or folder
    unreadable,         ///< it is there and cannot be read: rights, a failing stick
    is_directory,       ///< a folder where a file is wanted
    not_directory,      ///< a file where a folder is wanted
    empty,              ///< no text in it at all
    too_large,          ///< larger than an article can be
    binary,             ///< not text
    kind_not_taken,     ///< a kind of file that is known and not taken: .doc, .pdf …
    damaged,            ///< a file of a kind that is taken, broken inside
    unwritable,         ///< a file that should be written cannot be
    no_display,         ///< no screen can be opened
    no_sound,           ///< no sound device can be opened
    no_voice,           ///< the synthesizer or its voices cannot be opened
    no_font,            ///< no font of the chain can be opened
    no_lexicon,         ///< the Mandarin lexicon is missing or broken
    bad_language,       ///< a file of what the kiosk says that is missing or broken
    bad_setting,        ///< a value in the configuration that is not allowed
    bad_step,           ///< a step of a rehearsal that is wrong, cannot be done or did not hold
    link,               ///< a link where a file is wanted
    special_file,       ///< a device, a pipe, a socket
    too_deep,           ///< in more folders within folders than are followed
    long_name,          ///< a name that no file system here can bear
    same_name,          ///< differs from another only in capitals or in how an accent is written
    too_many_files,     ///< more than an import takes
    nothing_to_take,    ///< no article that can be read
    source_gone,        ///< what is being imported is no longer there
    changing,           ///< a file that somebody else is writing just now
    picture_unused,     ///< a picture that no article shows
    no_space,           ///< the disk is full
    not_library,        ///< a file of another kind where a library is wanted
    library_mended,     ///< it was damaged, and is whole again; what was kept beside it has helped
    library_busy,       ///< another import is at work on it
    no_library_before,  ///< nothing to go back to
    no_library,         ///< articles from a stick have nowhere to go: this kiosk shows a plain folder
    too_slow,           ///< to read it takes longer than any honest file does
    too_much_memory,    ///< or more memory
    not_looked_at,      ///< others like it have taken all the time that there is
    no_parser,          ///< what opens strangers' files cannot be started, or not be shut in
    given_up,           ///< whoever asked has no use for it any more
    not_well,           ///< something of the machine that somebody must see to; `subject` says of how many
    bad_key,            ///< a file where a key of minisign's is wanted, or a password that is not its own
    unsigned_pack,      ///< a content pack without a signature beside it
    bad_signature,      ///< a file that is not as it was when it was signed, or its signature is not
    strange_key,        ///< signed by somebody whom nobody here trusts
    revoked_key,        ///< signed by somebody who is trusted no longer
    bad_pack,           ///< a content pack that is broken inside, or none
    several_packs,      ///< more than one content pack on a stick
    bad_pin,            ///< not six digits, or easily guessed
    older_pack,         ///< a content pack that has been taken before, or a newer one of its name
};

/// `subject` names the thing as its owner knows it (a file's name, a setting); `detail` what is allowed or what
/// to do, where the fault alone does not say it. Both UTF-8.
struct Error {
    Fault fault{};
    std::string subject;
    std::string detail;
    friend bool operator==(const Error&, const Error&) = default;
};

template <class Value>
using Result = tl::expected<Value, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Fault fault, std::string subject, std::string detail = {}) {
    return tl::unexpected<Error>(Error{fault, std::move(subject), std::move(detail)});
}

}  // namespace tingdu
